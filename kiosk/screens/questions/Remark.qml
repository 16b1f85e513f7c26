// Words between the questions: nothing to answer.
import QtQuick
import "../style"

Note {
    required property var question
    function enter(): void {}
    text: question.field.label ?? ""
    detail: question.field.hint ?? ""
}
