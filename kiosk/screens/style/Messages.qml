// What a department and a person wrote to each other, and a line to answer.
pragma ComponentBehavior: Bound
import QtQuick

Column {
    id: messages
    required property var model
    spacing: Theme.s2
    Txt {
        role: "title"
        width: parent.width
        text: qsTr("Messages")
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: messages.model.said
        Card {
            id: one
            required property var modelData
            readonly property bool mine: modelData.mine
            width: messages.width * 0.88
            x: mine ? messages.width - width : 0
            height: words.implicitHeight + pad * 2
            pad: Theme.s3
            fill: mine ? Theme.primarySoft : Theme.surface
            edgeWidth: mine ? 0 : Theme.hair
            edge: Theme.lineStrong
            Column {
                id: words
                width: parent.width
                Txt {
                    role: "caption"
                    color: Theme.ink2
                    width: parent.width
                    text: (one.mine ? qsTr("You") : qsTr("The department")) + " · " + one.modelData.when
                }
                Txt { text: one.modelData.text; width: parent.width }
            }
        }
    }
    Entry {
        id: entry
        objectName: "case.words"
        width: parent.width
        wantsKeyboard: true
        maximumLength: 1000
        placeholderText: messages.model.asked ? qsTr("Your answer") : qsTr("Write to the department")
        Accessible.name: placeholderText
        onTyped: text => messages.model.edited(text)
        Connections {
            target: messages.model
            function onWordsChanged() { if (messages.model.words !== entry.text) entry.show(messages.model.words) }
        }
    }
    Note { width: parent.width; tone: "danger"; text: messages.model.hint }
    Btn {
        objectName: "case.write"
        kind: messages.model.asked ? "primary" : "secondary"
        enabled: messages.model.words !== "" && !messages.model.busy
        iconName: "mail"
        text: messages.model.asked ? qsTr("Send what is missing") : qsTr("Send the message")
        onClicked: messages.model.write()
    }
}
