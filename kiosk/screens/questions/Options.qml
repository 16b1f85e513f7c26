// A few choices, all in sight: one of them, several, yes or no, or a declaration.
pragma ComponentBehavior: Bound
import QtQuick
import "../style"

Grid {
    id: grid
    required property var question
    readonly property string kind: question.kind
    readonly property string name: question.field.name ?? ""
    readonly property var choices: kind === "yes_no" ? [{ value: true, label: qsTr("Yes") }, { value: false, label: qsTr("No") }]
        : kind === "declaration" ? [{ value: true, label: question.field.label }] : question.field.choices ?? []

    function enter(): void { if (options.count) options.itemAt(0).forceActiveFocus(Qt.TabFocusReason) }

    columns: kind === "yes_no" && !(Theme.elder && Theme.portrait) ? 2
        : !Theme.portrait && !Theme.elder && choices.length > 4 ? 2 : 1
    spacing: Theme.s2
    Accessible.role: kind === "declaration" ? Accessible.NoRole : Accessible.Grouping
    Accessible.name: question.field.label ?? ""
    Accessible.description: question.error || question.hint
    Repeater {
        id: options
        model: grid.choices.length
        ChoiceCard {
            required property int index
            readonly property var choice: grid.choices[index] ?? ({ value: "", label: "" })
            objectName: grid.kind === "declaration" ? "question.field." + grid.name : "question.choice." + grid.name + "." + choice.value
            width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
            height: Math.max(implicitHeight, Theme.mm(Theme.portrait && grid.choices.length < 6 ? 36 : 28))
            mark: grid.kind === "several" || grid.kind === "declaration" ? "check" : "radio"
            text: choice.label
            note: choice.hint ?? ""
            chosen: grid.question.holds(choice.value)
            onClicked: grid.question.choose(choice.value)
        }
    }
}
