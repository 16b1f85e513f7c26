// The receipt: a slip of paper in both languages, the same on screen and in print.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property bool signed: model.stage === "received"
    readonly property bool numbered: model.stage === "numbered"
    readonly property bool received: signed || numbered
    readonly property bool done: model.printed === "printed" || model.printed === "kept"

    title: received ? qsTr("Your application has been received") : qsTr("Your application is saved")
    lead: received ? model.answerBy
        : qsTr("It is kept safe on this terminal and is sent as soon as the department can be reached.")
    canGoBack: false
    split: 0.36
    act: qsTr("Finish")
    actName: "receipt.finish"
    actIcon: "check"
    second: qsTr("Apply for something else")
    secondName: "receipt.another"
    onActed: model.finish()
    onSeconded: model.another()
    aside: Row {
        spacing: Theme.s2
        width: parent.width
        Icon { id: seal; name: page.received ? "okring" : "clock"; color: page.received ? Theme.ok : Theme.warn; size: Theme.mm(11) }
        Txt {
            width: parent.width - seal.width - Theme.s2
            text: page.signed ? qsTr("Signed by the department") : page.numbered ? qsTr("The department gave a number, but no signature") : qsTr("Waiting to be sent")
            bold: true
            color: page.received ? Theme.ok : Theme.warn
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Column {
        width: parent.width
        spacing: Theme.s3
        Btn {
            objectName: "receipt.next"
            visible: page.model.count > 1
            kind: "secondary"
            width: parent.width
            text: qsTr("Receipt %1 of %2 · show the next").arg(page.model.index).arg(page.model.count)
            trailing: "right"
            onClicked: page.model.next()
        }
        Slip { width: parent.width; model: page.model }
        Note {
            width: parent.width
            tone: "danger"
            text: page.model.printed === "failed" ? Texts.of(page.model.printFailure || "printer_failed") : ""
        }
        ChoiceCard {
            objectName: "receipt.print"
            width: parent.width
            iconName: page.done ? "okring" : "printer"
            enabled: page.model.printed !== "printing"
            text: page.model.printed === "printing" ? qsTr("Printing…") : page.model.printed === "printed" ? qsTr("Printed. Print again") : page.model.printed === "kept" ? qsTr("Kept as a PDF file") : qsTr("Print the receipt")
            note: page.model.printed === "printed" ? qsTr("Take it from the slot below the screen") : page.model.printed === "kept" ? page.numbered ? qsTr("This terminal has no printer. Write the number down to take it with you.") : qsTr("This terminal has no printer. Photograph the code to take it with you.") : ""
            onClicked: page.model.print()
        }
        Column {
            visible: Theme.portrait && !Theme.elder
            width: parent.width
            topPadding: Theme.s2
            spacing: Theme.s2
            Txt { role: "h2"; width: parent.width; text: qsTr("What happens next"); Accessible.role: Accessible.Heading }
            Txt { width: parent.width; text: qsTr("1.  An officer checks your application.") }
            Txt { width: parent.width; text: qsTr("2.  The department answers you; keep the reference.") }
            Txt { width: parent.width; text: page.numbered ? qsTr("3.  The number is what the department knows your application by: keep it.") : qsTr("3.  With the code anyone can check that this receipt is genuine, even offline.") }
        }
    }
}
