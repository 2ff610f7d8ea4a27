package main

import (
	"github.com/FerretDB/wire"
	"github.com/FerretDB/wire/wirebson"
)

// narrow asks by its _id alone for a document that a statement names by _id and plain values. FerretDB reads a whole
// collection for a filter of two fields, which makes a batch of a thousand guarded writes take minutes. It answers false
// when the document is not as the filter says. Nothing else writes meanwhile: the caller holds the lock.
func (s session) narrow(command, statement *wirebson.Document) (bool, error) {
	raw, _ := statement.Get("q").(wirebson.RawDocument)
	filter, err := raw.Decode()
	if err != nil || filter.Len() < 2 || statement.Get("upsert") == true || !isPlain(filter) {
		return true, nil
	}
	byID := wirebson.MustDocument("_id", filter.Get("_id"))
	found, err := s.findOne(command, byID)
	if err != nil || found == nil {
		return false, err
	}
	for i := range filter.Len() {
		if name, value := filter.GetByIndex(i); found.Get(name) != value {
			return false, nil
		}
	}
	return true, statement.Replace("q", byID)
}

func isPlain(filter *wirebson.Document) bool {
	if _, isText := filter.Get("_id").(string); !isText {
		return false
	}
	for i := range filter.Len() {
		switch _, value := filter.GetByIndex(i); value.(type) {
		case string, int32, wirebson.ObjectID:
		default:
			return false
		}
	}
	return true
}

// findOne returns nil when there is none.
func (s session) findOne(command, filter *wirebson.Document) (*wirebson.Document, error) {
	find := wirebson.MustDocument(
		"find", command.Get(command.Command()), "filter", filter, "limit", int32(1), "singleBatch", true, "$db", command.Get("$db"),
	)
	body, err := wire.NewOpMsg(find)
	if err != nil {
		return nil, err
	}
	_, answer, err := s.pass(&wire.MsgHeader{OpCode: wire.OpCodeMsg}, body)
	if err != nil {
		return nil, err
	}
	cursor, _ := read(answer).Get("cursor").(wirebson.RawDocument)
	decoded, err := cursor.Decode()
	if err != nil {
		return nil, nil
	}
	raw, _ := decoded.Get("firstBatch").(wirebson.RawArray)
	batch, err := raw.Decode()
	if err != nil || batch.Len() == 0 {
		return nil, nil
	}
	return batch.Get(0).(wirebson.RawDocument).Decode()
}
