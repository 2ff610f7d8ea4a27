package main

import (
	"github.com/FerretDB/wire"
	"github.com/FerretDB/wire/wirebson"
)

// updated gathers the answers to single statements into the answer MongoDB gives to all of them.
type updated struct {
	matched, modified int32
	upserted, errors  *wirebson.Array
}

// updateOneByOne gives every statement of an update command a command of its own. FerretDB keeps a connection to its
// database for every document a command matched and stops for ever at a hundred, does not say which statement failed
// nor what was done before it, and numbers upserts in their own order instead of the order of the statements.
func (s session) updateOneByOne(header *wire.MsgHeader, body *wire.OpMsg, command *wirebson.Document) (*wirebson.Document, error) {
	statements, err := statementsOf(body, command)
	if err != nil {
		return nil, err
	}
	command.Remove("updates")
	_ = command.Add("updates", wirebson.MakeArray(0))
	all := updated{upserted: wirebson.MakeArray(0), errors: wirebson.MakeArray(0)}
	ordered := command.Get("ordered") != false
	for index, statement := range statements {
		_ = command.Replace("updates", wirebson.MustArray(statement))
		single, err := wire.NewOpMsg(command)
		if err != nil {
			return nil, err
		}
		reply, err := s.write(&wire.MsgHeader{RequestID: header.RequestID, OpCode: wire.OpCodeMsg}, single)
		if err != nil {
			return nil, err
		}
		if reply.Get("ok") != float64(1) && reply.Get("code") != int32(11000) {
			// What FerretDB cannot read at all is refused as a whole; nothing else gives an error that is no write error.
			return reply, nil
		}
		all.add(int32(index), reply)
		if ordered && all.errors.Len() > 0 {
			break
		}
	}
	return all.reply(), nil
}

func statementsOf(body *wire.OpMsg, command *wirebson.Document) ([]any, error) {
	var statements []any
	for _, section := range body.Sections() {
		if section.Kind == 1 && section.Identifier == "updates" {
			for _, document := range section.Documents() {
				statements = append(statements, document)
			}
		}
	}
	inline, ok := command.Get("updates").(wirebson.RawArray)
	if !ok {
		return statements, nil
	}
	array, err := inline.Decode()
	if err != nil {
		return nil, err
	}
	for i := range array.Len() {
		statements = append(statements, array.Get(i))
	}
	return statements, nil
}

func (all *updated) add(index int32, reply *wirebson.Document) {
	n, _ := reply.Get("n").(int32)
	modified, _ := reply.Get("nModified").(int32)
	all.matched += n
	all.modified += modified
	if reply.Get("ok") != float64(1) {
		_ = all.errors.Add(wirebson.MustDocument("index", index, "code", reply.Get("code"), "errmsg", reply.Get("errmsg")))
	}
	renumber(all.errors, reply.Get("writeErrors"), index)
	renumber(all.upserted, reply.Get("upserted"), index)
}

func renumber(into *wirebson.Array, from any, index int32) {
	raw, ok := from.(wirebson.RawArray)
	if !ok {
		return
	}
	array, err := raw.Decode()
	if err != nil {
		return
	}
	for i := range array.Len() {
		if entry, err := array.Get(i).(wirebson.RawDocument).Decode(); err == nil {
			_ = entry.Replace("index", index)
			_ = into.Add(entry)
		}
	}
}

func (all *updated) reply() *wirebson.Document {
	reply := wirebson.MustDocument("n", all.matched, "nModified", all.modified)
	if all.upserted.Len() > 0 {
		_ = reply.Add("upserted", all.upserted)
	}
	if all.errors.Len() > 0 {
		_ = reply.Add("writeErrors", all.errors)
	}
	_ = reply.Add("ok", float64(1))
	return reply
}
