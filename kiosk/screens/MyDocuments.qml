// The person's documents: valid or not, how far they can be trusted, as a code and on paper.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: qsTr("My documents")
    lead: qsTr("What departments issued to you, or have seen. Services use it without asking again.")
    split: 0.36
    showSteps: false
    Column {
        id: body
        width: parent.width
        spacing: Theme.s3
        Tidings { model: page.model; empty: page.model.documents.length === 0; nothing: qsTr("There are no documents yet.") }
        Repeater {
            model: page.model.documents
            Card {
                id: one
                required property var modelData
                readonly property bool open: page.model.shown === modelData.id
                readonly property bool valid: modelData.state === "valid"
                width: body.width
                height: words.implicitHeight + pad * 2
                Column {
                    id: words
                    width: parent.width
                    spacing: Theme.s2
                    Row {
                        width: parent.width
                        spacing: Theme.s3
                        Icon { id: sign; name: one.valid ? "okring" : "alert"; color: one.valid ? Theme.ok : Theme.warn; size: Theme.mm(11) }
                        Column {
                            width: parent.width - sign.width - Theme.s3
                            Txt { role: "title"; text: one.modelData.title; width: parent.width; Accessible.role: Accessible.Heading }
                            Txt { bold: true; text: one.modelData.validity; color: one.valid ? Theme.ok : Theme.warn; width: parent.width }
                            Txt {
                                role: "caption"
                                color: Theme.ink2
                                text: one.modelData.level + " · " + (one.modelData.genuine ? qsTr("signature checked") : qsTr("signature not known here"))
                                width: parent.width
                            }
                        }
                    }
                    Repeater {
                        model: one.open ? one.modelData.facts : []
                        FactRow {
                            required property var modelData
                            width: words.width
                            label: modelData.label
                            value: modelData.value
                            last: true
                        }
                    }
                    Qr {
                        visible: one.open
                        rows: one.open ? page.model.qr : []
                        width: Theme.mm(92)
                        height: visible ? Theme.mm(92) : 0
                        anchors.horizontalCenter: parent.horizontalCenter
                    }
                    Note { width: parent.width; tone: "danger"; text: one.open && page.model.printed === "failed" ? Texts.of(page.model.printFailure || "printer_failed") : "" }
                    Note { width: parent.width; tone: "ok"; text: !one.open ? "" : page.model.printed === "printed" ? qsTr("Take it from the slot below the screen") : page.model.printed === "kept" ? qsTr("Kept as a PDF file") : "" }
                    Flow {
                        width: parent.width
                        spacing: Theme.s2
                        Btn {
                            objectName: "documents.show." + one.modelData.id
                            kind: "secondary"
                            iconName: "qr"
                            text: one.open ? qsTr("Close") : qsTr("Show it")
                            Accessible.description: one.modelData.title
                            onClicked: page.model.show(one.modelData.id)
                        }
                        Btn {
                            objectName: "documents.print." + one.modelData.id
                            visible: one.open
                            kind: "secondary"
                            iconName: "printer"
                            enabled: page.model.printed !== "printing"
                            text: page.model.printed === "printing" ? qsTr("Printing…") : qsTr("Print it")
                            onClicked: page.model.print(one.modelData.id)
                        }
                    }
                }
            }
        }
    }
}
