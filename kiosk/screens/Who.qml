// Who are you: what is at hand, and the number where that is the way.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property bool typing: model.entering

    title: typing ? qsTr("What is your identity number?") : qsTr("Who are you?")
    lead: typing ? qsTr("18 characters, as they are on your card.") : qsTr("Pick what you have with you.")
    act: typing ? qsTr("Continue") : ""
    actName: "who.submit"
    onActed: model.numberSubmitted(entry.text)
    headingFocus: !typing
    Component.onCompleted: if (typing) entry.forceActiveFocus(Qt.OtherFocusReason)
    onTypingChanged: if (typing) entry.forceActiveFocus(Qt.OtherFocusReason)

    Column {
        id: list
        visible: !page.typing
        width: parent.width
        height: visible ? implicitHeight : 0
        spacing: Theme.s3
        Note { width: parent.width; tone: "danger"; text: page.typing ? "" : Texts.of(page.model.error) }
        Repeater {
            model: page.model.ways
            ChoiceCard {
                required property var modelData
                objectName: "who." + modelData.id
                width: list.width
                height: Math.max(implicitHeight, Math.min(Theme.mm(Theme.portrait ? 64 : 46), (page.room - Theme.s3 * 4) / 4))
                iconName: modelData.icon
                text: Texts.of(modelData.title_id)
                note: Texts.of(modelData.note_id)
                onClicked: page.model.wayChosen(modelData.id)
            }
        }
    }
    Column {
        visible: page.typing
        width: parent.width
        height: visible ? implicitHeight : 0
        spacing: Theme.portrait ? Theme.s4 : Theme.s3
        Labelled {
            width: parent.width
            error: Texts.of(page.model.error)
            Entry {
                id: entry
                objectName: "who.number"
                width: parent.width
                text: page.model.number
                maximumLength: 18
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhPreferNumbers | Qt.ImhUppercaseOnly
                font.pixelSize: Theme.h2
                font.letterSpacing: Theme.mm(0.6)
                wrong: page.model.error !== ""
                Accessible.name: page.title
                validator: RegularExpressionValidator { regularExpression: /[0-9]{0,17}[0-9Xx]?/ }
                onAccepted: page.model.numberSubmitted(text)
            }
        }
        Keypad {
            width: parent.width
            withX: true
            keyHeight: Theme.portrait ? Theme.mm(38) : Theme.target
            onPressed: key => entry.press(key)
        }
    }
}
