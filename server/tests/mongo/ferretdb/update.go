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

// oneByOne gives every statement of an update or delete command a command of its own. FerretDB keeps a connection to its
// database for every document a command matched and stops for ever at a hundred, does not say which statement failed
// nor what was done before it, and numbers upserts in their own order instead of the order of the statements.
func (s session) oneByOne(header *wire.MsgHeader, body *wire.OpMsg, command *wirebson.Document) (*wirebson.Document, error) {
	name := command.Command() + "s"
	statements, err := statementsOf(body, command, name)
	if err != nil {
		return nil, err
	}
	command.Remove(name)
	_ = command.Add(name, wirebson.MakeArray(0))
	all := updated{upserted: wirebson.MakeArray(0), errors: wirebson.MakeArray(0)}
	ordered := command.Get("ordered") != false
	for index, statement := range statements {
		reply, err := s.writeStatement(header, command, statement)
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

func (s session) writeStatement(header *wire.MsgHeader, command, statement *wirebson.Document) (*wirebson.Document, error) {
	oneWrite.Lock()
	defer oneWrite.Unlock()
	if matches, err := s.narrow(command, statement); err != nil || !matches {
		return wirebson.MustDocument("n", int32(0), "nModified", int32(0), "ok", float64(1)), err
	}
	_ = command.Replace(command.Command()+"s", wirebson.MustArray(statement))
	single, err := wire.NewOpMsg(command)
	if err != nil {
		return nil, err
	}
	return s.passWrite(&wire.MsgHeader{RequestID: header.RequestID, OpCode: wire.OpCodeMsg}, single)
}

func statementsOf(body *wire.OpMsg, command *wirebson.Document, name string) ([]*wirebson.Document, error) {
	var statements []*wirebson.Document
	for _, section := range body.Sections() {
		if section.Kind == 1 && section.Identifier == name {
			for _, raw := range section.Documents() {
				statement, err := raw.Decode()
				if err != nil {
					return nil, err
				}
				statements = append(statements, statement)
			}
		}
	}
	inline, ok := command.Get(name).(wirebson.RawArray)
	if !ok {
		return statements, nil
	}
	array, err := inline.Decode()
	if err != nil {
		return nil, err
	}
	for i := range array.Len() {
		statement, err := array.Get(i).(wirebson.RawDocument).Decode()
		if err != nil {
			return nil, err
		}
		statements = append(statements, statement)
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
