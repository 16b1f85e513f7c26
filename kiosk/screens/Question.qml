// One page of questions; what is wrong is said above and beside the field, in the same words.
pragma ComponentBehavior: Bound
import QtQuick
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property var padKinds: ["number", "phone", "money", "date"]
    readonly property var padField: model.fields.find(f => padKinds.indexOf(f.kind) >= 0) ?? null
    readonly property bool alone: model.fields.length === 1
    readonly property bool hasErrors: model.errors.length > 0

    function field(at: int): var { return fields.itemAt(at) }
    function focusField(name: string): void {
        for (let i = 0; i < fields.count; ++i) {
            const item = field(i)
            if (item && item.field.name === name) item.enter()
        }
    }

    function focusFirstError(): void {
        if (hasErrors) focusField(model.errors[0].field)
    }

    title: model.title
    lead: model.lead
    act: qsTr("Continue")
    actName: "question.continue"
    onActed: model.continue_()
    onHasErrorsChanged: if (hasErrors) Qt.callLater(page.focusFirstError)
    aside: ErrorSummary {
        visible: !Theme.portrait && page.hasErrors
        width: parent.width
        errors: page.model.errors
        onChosen: field => page.focusField(field)
    }

    Column {
        id: body
        width: parent.width
        spacing: Theme.s4
        ErrorSummary {
            visible: Theme.portrait && page.hasErrors
            width: parent.width
            errors: page.model.errors
            onChosen: field => page.focusField(field)
        }
        Repeater {
            id: fields
            model: page.model.fields.length
            QuestionField {
                required property int index
                width: body.width
                field: page.model.fields[index] ?? ({ name: "", kind: "text", label: "" })
                bare: page.alone && (field.label === page.model.title)
                onEdited: value => page.model.edited(field.name, value)
                onEntered: entry => keypad.target = entry
            }
        }
        Keypad {
            id: keypad
            property var target: null
            visible: page.padField !== null
            width: parent.width
            flat: !page.alone || (Theme.elder && !Theme.portrait)
            withPoint: page.padField !== null && page.padField.kind === "money"
            keyHeight: Theme.portrait && page.alone && !page.hasErrors ? Theme.mm(38) : Theme.mm(Theme.elder ? 28 : Theme.portrait ? 26 : 23)
            onPressed: key => {
                if (!target) page.focusField(page.padField.name)
                if (target) target.press(key)
            }
        }
    }
}
