// A date, a month, a time of day, or a date with its time.
import QtQuick
import "../style"

DateEntry {
    id: moment
    required property var question

    kind: question.kind
    name: "question.field." + question.field.name
    label: question.field.label ?? ""
    description: question.error || question.hint
    wrong: question.error !== ""
    onTyped: text => question.edited(text)
    onEntered: entry => question.entered(entry)
    Component.onCompleted: show(String(question.value ?? ""))
    Connections {
        target: moment.question
        function onValueChanged() { moment.show(String(moment.question.value ?? "")) }
    }
}
