// Answers that are kept for later: the code, as words, as a picture and on paper.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art

    title: qsTr("Your answers are kept")
    lead: model.service
    canGoBack: false
    split: 0.36
    act: qsTr("Leave now")
    actName: "paused.leave"
    actIcon: "exit"
    second: qsTr("Go on now")
    secondName: "paused.goOn"
    onActed: session.leaveRequested()
    onSeconded: model.goOn()
    aside: Txt {
        text: qsTr("Nothing was sent yet.")
        bold: true
        width: parent.width
    }
    Column {
        width: parent.width
        spacing: Theme.s3
        Card {
            width: parent.width
            height: code.implicitHeight + pad * 2
            edge: Theme.lineStrong
            edgeWidth: Theme.stroke
            Row {
                id: code
                width: parent.width
                spacing: Theme.s4
                Qr {
                    id: picture
                    rows: page.model.qr
                    width: Theme.mm(Theme.portrait ? 62 : 52)
                    height: width
                    Accessible.name: qsTr("The code as a picture")
                }
                Column {
                    width: parent.width - picture.width - parent.spacing
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.s1
                    Txt { width: parent.width; color: Theme.ink2; text: qsTr("Your code") }
                    Txt {
                        objectName: "paused.code"
                        role: "display"
                        font.family: Theme.sans
                        width: parent.width
                        text: page.model.code
                        fontSizeMode: Text.HorizontalFit
                        wrapMode: Text.NoWrap
                        minimumPixelSize: Theme.title
                        Accessible.name: page.model.code.split("").join(" ")
                    }
                    Txt { width: parent.width; text: qsTr("Good until %1").arg(page.model.until) }
                }
            }
        }
        Note {
            width: parent.width
            iconName: "lock"
            text: qsTr("Write it down, photograph it or print it")
            detail: qsTr("We show it only now. To go on, show who you are here again, open the same service and type the code.")
        }
        Note {
            width: parent.width
            tone: "warn"
            text: page.model.withoutFiles ? qsTr("Files, photos and signatures are not kept") : ""
            detail: text ? qsTr("You add them again when you go on.") : ""
        }
        Note {
            width: parent.width
            tone: "danger"
            text: page.model.printed === "failed" ? Texts.of(page.model.printFailure || "printer_failed") : ""
        }
        ChoiceCard {
            objectName: "paused.print"
            width: parent.width
            iconName: page.model.printed === "printed" || page.model.printed === "kept" ? "okring" : "printer"
            enabled: page.model.printed !== "printing"
            text: page.model.printed === "printing" ? qsTr("Printing…") : page.model.printed === "printed" ? qsTr("Printed. Print again")
                : page.model.printed === "kept" ? qsTr("Kept as a PDF file") : qsTr("Print the code")
            onClicked: page.model.print()
        }
    }
}
