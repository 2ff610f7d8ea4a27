package main

import (
	"bufio"
	"fmt"
	"net"
	"net/url"
	"os"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/FerretDB/FerretDB/ferretdb"
	"github.com/FerretDB/wire"
	"github.com/FerretDB/wire/wirebson"
)

// FerretDB finds a document and writes it in two steps, so two clients both win a race that MongoDB lets one win.
// Behind this front one write happens at a time, which gives back what MongoDB promises: a statement is atomic.
var oneWrite sync.Mutex

var indexes = idIndexes{folder: os.Args[1], made: map[string]bool{}}

var writes = map[string]bool{
	"insert": true, "update": true, "delete": true, "findAndModify": true, "create": true, "createIndexes": true,
	"drop": true, "dropDatabase": true, "dropIndexes": true, "renameCollection": true,
}

type session struct {
	client, server *bufio.ReadWriter
}

func openFront(behind *ferretdb.FerretDB) {
	target, err := url.Parse(behind.MongoDBURI())
	fatal(err)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	fatal(err)
	fmt.Printf("ready mongodb://%s/\n", listener.Addr())
	for {
		client, err := listener.Accept()
		fatal(err)
		go serve(client, target.Host)
	}
}

func serve(client net.Conn, host string) {
	defer client.Close()
	server, err := net.Dial("tcp", host)
	if err != nil {
		return
	}
	defer server.Close()
	s := session{client: buffered(client), server: buffered(server)}
	for s.answerOne() == nil {
	}
}

func (s session) answerOne() error {
	header, body, err := wire.ReadMessage(s.client.Reader)
	if err != nil {
		return err
	}
	command := read(body)
	var reply *wirebson.Document
	switch name := command.Command(); {
	case name == "update" || name == "delete":
		reply, err = s.oneByOne(header, body.(*wire.OpMsg), command)
	case name == "createIndexes":
		reply, err = s.createIndexes(header, command)
	case writes[name]:
		reply, err = s.write(header, body)
	default:
		answerHeader, answer, err := s.pass(header, body)
		if err != nil {
			return err
		}
		if name != "buildInfo" {
			return send(s.client, answerHeader, answer)
		}
		reply = withVersion(read(answer))
	}
	if err != nil {
		return err
	}
	switch command.Command() {
	case "insert", "createIndexes":
		indexes.ensure(command)
	case "dropIndexes":
		indexes.dropStrict(command)
	}
	answer, err := wire.NewOpMsg(reply)
	if err != nil {
		return err
	}
	return send(s.client, &wire.MsgHeader{ResponseTo: header.RequestID, OpCode: wire.OpCodeMsg}, answer)
}

// pass gives a message to FerretDB as it is and returns its answer as it is.
func (s session) pass(header *wire.MsgHeader, body wire.MsgBody) (*wire.MsgHeader, wire.MsgBody, error) {
	if err := send(s.server, header, body); err != nil {
		return nil, nil, err
	}
	return wire.ReadMessage(s.server.Reader)
}

// write passes one writing command while no other does, and calls a broken unique index by its name in MongoDB.
func (s session) write(header *wire.MsgHeader, body wire.MsgBody) (*wirebson.Document, error) {
	oneWrite.Lock()
	defer oneWrite.Unlock()
	return s.passWrite(header, body)
}

// passWrite is for whoever holds the lock already.
func (s session) passWrite(header *wire.MsgHeader, body wire.MsgBody) (*wirebson.Document, error) {
	_, answer, err := s.pass(header, body)
	if err != nil {
		return nil, err
	}
	reply := read(answer)
	if text, _ := reply.Get("errmsg").(string); strings.Contains(text, "UNIQUE constraint failed") {
		return duplicateKey(), nil
	}
	return reply, nil
}

func withVersion(reply *wirebson.Document) *wirebson.Document {
	built, _ := debug.ReadBuildInfo()
	for _, module := range built.Deps {
		if module.Path == "github.com/FerretDB/FerretDB" {
			_ = reply.Replace("ferretdbVersion", module.Version)
		}
	}
	return reply
}

// read returns an empty document for what is no OP_MSG with a body.
func read(body wire.MsgBody) *wirebson.Document {
	if message, ok := body.(*wire.OpMsg); ok {
		if document, err := message.RawSection0().Decode(); err == nil {
			return document
		}
	}
	return wirebson.MustDocument()
}

func send(to *bufio.ReadWriter, header *wire.MsgHeader, body wire.MsgBody) error {
	bytes, err := body.MarshalBinary()
	if err != nil {
		return err
	}
	header.MessageLength = int32(len(bytes) + wire.MsgHeaderLen)
	if err := wire.WriteMessage(to.Writer, header, body); err != nil {
		return err
	}
	return to.Flush()
}

func buffered(connection net.Conn) *bufio.ReadWriter {
	return bufio.NewReadWriter(bufio.NewReader(connection), bufio.NewWriter(connection))
}

func fatal(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
