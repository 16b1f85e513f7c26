// A question answered in one line: words by the keyboard on screen, numbers by the keypad.
import QtQuick
import "../style"

Entry {
    id: line
    required property var question
    readonly property string kind: question.kind
    readonly property string unit: kind === "money" ? "" : question.field.unit ?? ""
    readonly property int latin: Qt.ImhLatinOnly | Qt.ImhNoAutoUppercase
    readonly property var hints: ({
            "text": Qt.ImhNone, "address": Qt.ImhNone,
            "email": Qt.ImhEmailCharactersOnly | latin, "url": Qt.ImhUrlCharactersOnly | latin,
            "phone": Qt.ImhDialableCharactersOnly, "id_number": Qt.ImhUppercaseOnly | Qt.ImhNoPredictiveText
        })
    readonly property var longest: ({ "phone": 20, "number": 18, "money": 18, "decimal": 24, "id_number": 30, "url": 2000 })

    function enter(): void { forceActiveFocus(Qt.TabFocusReason) }

    objectName: "question.field." + question.field.name
    wantsKeyboard: ["text", "address", "email", "url"].indexOf(kind) >= 0
    wrong: question.error !== ""
    maximumLength: longest[kind] ?? 400
    inputMethodHints: Qt.ImhSensitiveData | (hints[kind] ?? Qt.ImhFormattedNumbersOnly)
    leftPadding: kind === "money" ? Theme.s3 + Theme.mm(9) : Theme.s3
    rightPadding: unit ? Theme.s3 * 2 + words.width : Theme.s3
    Accessible.name: [question.field.label, unit].filter(t => t).join(", ")
    description: question.error || question.hint
    onTyped: text => question.edited(text)
    onActiveFocusChanged: if (activeFocus) question.entered(line)
    Component.onCompleted: show(String(question.value ?? ""))
    Connections {
        target: line.question
        function onValueChanged() { line.show(String(line.question.value ?? "")) }
    }
    Txt {
        visible: line.kind === "money"
        text: "¥"
        role: "title"
        x: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
    Txt {
        id: words
        visible: text !== ""
        text: line.unit
        color: Theme.ink2
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: true
    }
}
