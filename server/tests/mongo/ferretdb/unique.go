package main

import (
	"fmt"
	"strings"

	"github.com/FerretDB/wire"
	"github.com/FerretDB/wire/wirebson"
)

// SQLite counts two documents without a unique key as different, MongoDB as the same unless the index leaves them out.
// So a partial filter, which FerretDB refuses, says what SQLite does by itself; and every other unique index gets a
// second one in SQLite, for which nothing is a value too.
type uniqueIndex struct {
	name   string
	fields []string
}

// createIndexes makes what MongoDB would make of the command, each index by a command of its own: FerretDB panics at several
// of which some are there.
func (s session) createIndexes(header *wire.MsgHeader, command *wirebson.Document) (*wirebson.Document, error) {
	oneWrite.Lock()
	defer oneWrite.Unlock()
	raw, _ := command.Get("indexes").(wirebson.RawArray)
	array, err := raw.Decode()
	if err != nil {
		return nil, err
	}
	var reply *wirebson.Document
	for i := range array.Len() {
		index, err := array.Get(i).(wirebson.RawDocument).Decode()
		if err != nil {
			return nil, err
		}
		if reply, err = s.createIndex(header, command, index); err != nil || reply.Get("ok") != float64(1) {
			return reply, err
		}
	}
	return reply, nil
}

func (s session) createIndex(header *wire.MsgHeader, command, index *wirebson.Document) (*wirebson.Document, error) {
	isPartial := index.Get("partialFilterExpression") != nil
	index.Remove("partialFilterExpression")
	_ = command.Replace("indexes", wirebson.MustArray(index))
	reply, err := s.passCommand(header, command)
	if err != nil || reply.Get("ok") != float64(1) || isPartial || index.Get("unique") != true {
		return reply, err
	}
	key, err := index.Get("key").(wirebson.RawDocument).Decode()
	if err != nil {
		return nil, err
	}
	name, _ := index.Get("name").(string)
	if indexes.makeStrict(command, uniqueIndex{name, key.FieldNames()}) == nil {
		return reply, nil
	}
	drop := wirebson.MustDocument("dropIndexes", command.Get("createIndexes"), "index", name, "$db", command.Get("$db"))
	if _, err = s.passCommand(header, drop); err != nil {
		return nil, err
	}
	return duplicateKey(), nil
}

func (s session) passCommand(header *wire.MsgHeader, command *wirebson.Document) (*wirebson.Document, error) {
	body, err := wire.NewOpMsg(command)
	if err != nil {
		return nil, err
	}
	return s.passWrite(&wire.MsgHeader{RequestID: header.RequestID, OpCode: wire.OpCodeMsg}, body)
}

func (x *idIndexes) makeStrict(command *wirebson.Document, index uniqueIndex) error {
	columns := make([]string, len(index.fields))
	for i, field := range index.fields {
		path := strings.ReplaceAll(field, ".", `"->"`)
		columns[i] = fmt.Sprintf(`coalesce(_ferretdb_sjson->"%s", 'null')`, path)
	}
	return x.onTable(command, func(table string) string {
		return fmt.Sprintf("CREATE UNIQUE INDEX IF NOT EXISTS %q ON %q (%s)", strictName(table, index.name), table, strings.Join(columns, ", "))
	})
}

// dropStrict drops what makeStrict made for the index a command has just dropped.
func (x *idIndexes) dropStrict(command *wirebson.Document) {
	name, _ := command.Get("index").(string)
	_ = x.onTable(command, func(table string) string {
		return fmt.Sprintf("DROP INDEX IF EXISTS %q", strictName(table, name))
	})
}

func strictName(table, index string) string {
	return "strict_" + table + "_" + index
}

// onTable runs a statement about the table that holds the collection of a command.
func (x *idIndexes) onTable(command *wirebson.Document, statement func(table string) string) error {
	database, _ := command.Get("$db").(string)
	collection, _ := command.Get(command.Command()).(string)
	opened, err := x.open(database)
	if err != nil {
		return err
	}
	defer opened.Close()
	var table string
	if err := opened.QueryRow("SELECT table_name FROM _ferretdb_collections WHERE name = ?", collection).Scan(&table); err != nil {
		return err
	}
	_, err = opened.Exec(statement(table))
	return err
}

func duplicateKey() *wirebson.Document {
	return wirebson.MustDocument("ok", float64(0), "errmsg", "E11000 duplicate key error", "code", int32(11000), "codeName", "DuplicateKey")
}
