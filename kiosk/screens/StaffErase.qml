// Erasure: who is enrolled, and a second press that means it.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    property string asked: "" // the subject whose erasure waits for its second press

    title: qsTr("Erase a citizen's face")
    lead: qsTr("What is erased cannot be brought back. The citizen can be enrolled again.")
    showSteps: false
    split: 0.36
    backHandler: () => model.openPage("home")
    aside: Note { width: parent.width; tone: "ok"; text: Texts.of(page.model.message) }
    Column {
        id: list
        width: parent.width
        spacing: Theme.s2
        Note { width: parent.width; text: page.model.subjects.length === 0 ? qsTr("Nobody is enrolled on this terminal.") : "" }
        Repeater {
            model: page.model.subjects
            Card {
                id: card
                required property var modelData
                readonly property bool sure: page.asked === modelData.subject
                width: list.width
                height: Math.max(Theme.target * 1.5, words.implicitHeight + pad * 2)
                edge: sure ? Theme.danger : Theme.line
                edgeWidth: sure ? Theme.thick : Theme.hair
                Column {
                    id: words
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
