package main

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/FerretDB/wire/wirebson"
	_ "modernc.org/sqlite"
)

// FerretDB makes an index of _id in one spelling and asks in another, so SQLite reads every document for each of them.
// These indexes are in the spelling it asks in.
type idIndexes struct {
	folder string
	lock   sync.Mutex
	made   map[string]bool
}

// ensure makes the index of the collection a command has just written to.
func (x *idIndexes) ensure(command *wirebson.Document) {
	database, _ := command.Get("$db").(string)
	collection, _ := command.Get(command.Command()).(string)
	x.lock.Lock()
	defer x.lock.Unlock()
	key := database + "." + collection
	if collection == "" || x.made[key] {
		return
	}
	if err := x.makeAll(database); err != nil {
		fmt.Fprintln(os.Stderr, "index", key, err)
	}
	x.made[key] = true
}

func (x *idIndexes) open(database string) (*sql.DB, error) {
	file := url.URL{Scheme: "file", Opaque: filepath.Join(x.folder, database+".sqlite"), RawQuery: "mode=rw&_pragma=busy_timeout(5000)"}
	return sql.Open("sqlite", file.String())
}

func (x *idIndexes) makeAll(database string) error {
	opened, err := x.open(database)
	if err != nil {
		return err
	}
	defer opened.Close()
	rows, err := opened.Query("SELECT name FROM sqlite_schema WHERE type = 'table'")
	if err != nil {
		return err
	}
	var tables []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		if !strings.HasPrefix(name, "_") && !strings.HasPrefix(name, "sqlite_") {
			tables = append(tables, name)
		}
	}
	for _, name := range tables {
		_, err := opened.Exec(fmt.Sprintf("CREATE INDEX IF NOT EXISTS %q ON %q (_ferretdb_sjson->'$._id')", "id_"+name, name))
		if err != nil {
			return err
		}
	}
	return rows.Err()
}
