// Erasure: who is enrolled, a second press that means it, and the signed receipt to take away.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    readonly property bool given: model.erasure.qr !== undefined
    readonly property string printed: model.erasure.printed ?? ""
    property string asked: "" // the subject whose erasure waits for its second press

    title: given ? qsTr("Erased") : qsTr("Erase a citizen's face")
    lead: given ? qsTr("Give the citizen this receipt. It is shown only now.")
        : qsTr("What is erased cannot be brought back. The citizen can be enrolled again.")
    showSteps: false
    canGoBack: false
    split: 0.36
    backHandler: given ? null : () => model.openPage("home")
    act: given ? qsTr("Done") : ""
    actName: "staff.erasure.done"
    actIcon: "check"
    onActed: model.erasureSeen()
    aside: Note {
        width: parent.width
        visible: text !== ""
        tone: page.model.message === "erased" ? "ok" : "warn"
        text: page.given ? "" : Texts.of(page.model.message)
    }
    onGivenChanged: asked = ""

    Column {
        visible: page.given
        width: parent.width
        height: visible ? implicitHeight : 0
        spacing: Theme.s3
        Card {
            id: slip
            width: parent.width
            height: Math.max(code.height, words.implicitHeight) + pad * 2
            raised: true
            pad: Theme.s4
            radius: Theme.px(6)
            fill: Theme.paper
            edgeWidth: Theme.dark ? Theme.stroke : 0
            Column {
                id: words
                anchors.left: parent.left
                anchors.right: code.left
                anchors.rightMargin: Theme.s4
                spacing: Theme.s2
                Txt { role: "caption"; color: Theme.paperInk2; width: parent.width; text: qsTr("Reference") }
                Txt {
                    objectName: "staff.erasure.reference"
                    role: "h2"
                    color: Theme.paperInk
                    width: parent.width
                    text: page.model.erasure.label ?? ""
                }
                Rule { color: "#D3CBBA" }
                Txt { bold: true; color: Theme.paperInk; width: parent.width; text: qsTr("Face templates and their key destroyed: %1").arg(page.model.erasure.templates ?? 0) }
                Txt { color: Theme.paperInk2; width: parent.width; text: page.model.erasure.time ?? "" }
                Txt { role: "caption"; color: Theme.paperInk2; width: parent.width; text: qsTr("Signed by this terminal. It holds no name, no number and no picture.") }
            }
            Qr {
                id: code
                objectName: "staff.erasure.code"
                rows: page.model.erasure.qr ?? []
                width: Theme.mm(118)
                height: width
                anchors.right: parent.right
            }
        }
        Note {
            width: parent.width
            tone: "danger"
            text: page.printed === "failed" ? Texts.of(page.model.erasure.failure || "printer_failed") : ""
        }
        ChoiceCard {
            objectName: "staff.erasure.print"
            width: parent.width
            iconName: page.printed === "printed" || page.printed === "kept" ? "okring" : "printer"
            enabled: page.printed !== "printing"
            text: page.printed === "printing" ? qsTr("Printing…") : page.printed === "printed" ? qsTr("Printed. Print again")
                : page.printed === "kept" ? qsTr("Kept as a PDF file") : qsTr("Print the receipt")
            note: page.printed === "" ? qsTr("Or let the citizen photograph the code") : ""
            onClicked: page.model.printErasure()
        }
    }
    Column {
        id: list
        visible: !page.given
        width: parent.width
        height: visible ? implicitHeight : 0
        spacing: Theme.s2
        Note { width: parent.width; text: page.model.subjects.length === 0 ? qsTr("Nobody is enrolled on this terminal.") : "" }
        Repeater {
            model: page.model.subjects
            Card {
                id: card
                required property var modelData
                readonly property bool sure: page.asked === modelData.subject
                width: list.width
                height: Math.max(Theme.target * 1.5, about.implicitHeight + pad * 2)
                edge: sure ? Theme.danger : Theme.line
                edgeWidth: sure ? Theme.thick : Theme.hair
                Column {
                    id: about
                    anchors.left: parent.left
                    anchors.right: erase.left
                    anchors.rightMargin: Theme.s2
                    anchors.verticalCenter: parent.verticalCenter
                    Txt { text: card.modelData.label; bold: true; width: parent.width; wrapMode: Text.WrapAtWordBoundaryOrAnywhere }
                    Txt {
                        role: "caption"
                        color: Theme.ink2
                        width: parent.width
                        text: qsTr("%1 pictures · %2").arg(card.modelData.images).arg(card.modelData.date)
                    }
                }
                Btn {
                    id: erase
                    objectName: "staff.erase." + card.modelData.subject
                    kind: "danger"
                    iconName: "trash"
                    text: card.sure ? qsTr("Yes, erase") : qsTr("Erase")
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    onClicked: {
                        if (card.sure) page.model.erase(card.modelData.subject)
                        page.asked = card.sure ? "" : card.modelData.subject
                    }
                }
            }
        }
    }
}
