// One page of questions; what is wrong is said above and beside the field, in the same words.
pragma ComponentBehavior: Bound
import QtQuick
import "questions"
import "style"

Page {
    id: page
    required property var model
    required property url art
    readonly property var padKinds: ["number", "phone", "money", "decimal", "id_number", "date", "month", "time", "date_time"]
    property string place // the page of the form that this one was made for: the next one is not shown here
    property var asked: []
    readonly property var shown: asked.filter(f => f.shown !== false)
    readonly property var padField: shown.find(f => padKinds.indexOf(f.kind) >= 0) ?? null
    readonly property bool alone: shown.filter(f => f.kind !== "note").length === 1
    readonly property bool hasErrors: model.errors.length > 0
    readonly property string busy: model.attaching.field ?? "" // the question that has the page to itself
    readonly property string stage: model.attaching.stage ?? ""
    readonly property bool attaching: stage !== ""
    readonly property var acts: ({
            "live": ["photo.shoot", qsTr("Take the photo"), "camera"],
            "taken": ["photo.use", qsTr("Use this photo"), "check"]
        })

    property var target: null // what is typed into
    property string typing: alone && padField ? padField.kind : "" // and its question's kind: the keypad's extra keys follow
    property bool signed: alone && padField?.signed === true // and may be below nought
    // A register is wrong: said beside the question, below the answer where there is no room for that.
    readonly property var disputable: attaching ? [] : model.disputable
    readonly property bool beside: !Theme.portrait && disputable.length * Theme.target * 1.4 <= asideRoom - besideErrors.height - Theme.s3
    readonly property bool below: !beside && !cramped

    component Digits: Keypad {
        width: parent?.width ?? 0
        withPoint: page.typing === "money" || page.typing === "decimal"
        withX: page.typing === "id_number"
        withMinus: page.signed
        onPressed: key => {
            if (!page.target) page.focusField(page.padField.name)
            if (page.target) page.target.press(key)
        }
    }

    function field(at: int): var { return fields.itemAt(at) }
    function focusField(name: string): void {
        for (let i = 0; i < fields.count; ++i) {
            const item = field(i)
            if (item && item.field.name === name) item.enter()
        }
    }

    function take(): void { if (model.page === place) asked = model.fields }
    function focusFirstError(): void {
        if (hasErrors) focusField(model.errors[0].field)
    }

    Component.onCompleted: { place = model.page; take() }
    Connections {
        target: page.model
        function onFieldsChanged() { page.take() }
        function onPageChanged() { if (page.model.page === "") page.asked = [] } // whoever comes next finds nothing typed
    }

    title: model.title
    section: model.section
    lead: model.lead
    act: !attaching ? qsTr("Continue") : acts[stage] ? acts[stage][1] : ""
    actName: attaching && acts[stage] ? acts[stage][0] : "question.continue"
    actIcon: attaching && acts[stage] ? acts[stage][2] : "right"
    actEnabled: !(model.attaching.count > 0)
    second: stage === "taken" ? qsTr("Take it again") : !attaching && model.canKeep ? qsTr("Save and go on later") : ""
    secondName: stage === "taken" ? "photo.again" : "question.keep"
    secondKind: stage === "taken" ? "secondary" : "quiet"
    backText: attaching ? qsTr("Cancel") : qsTr("Back")
    backHandler: attaching ? () => model.stopAttaching() : null
    onActed: stage === "live" ? model.shoot() : stage === "taken" ? model.use() : model.continue_()
    onSeconded: stage === "taken" ? model.again() : model.keepForLater()
    onHasErrorsChanged: if (hasErrors) Qt.callLater(page.focusFirstError)
    footer: Digits { // among several questions it comes with the first number, and stays in sight
        visible: !page.alone && !page.attaching && page.padKinds.indexOf(page.typing) >= 0
        flat: true
        keyHeight: Theme.mm(Theme.elder ? 28 : Theme.portrait ? 26 : 23)
    }
    aside: [
        ErrorSummary {
            id: besideErrors
            visible: !Theme.portrait && page.hasErrors
            width: parent.width
            errors: page.model.errors
            onChosen: field => page.focusField(field)
        },
        Disputes {
            rows: page.beside ? page.disputable : []
            onChosen: name => page.model.beginDispute(name)
        }
    ]

    Column {
        id: body
        width: parent.width
        spacing: Theme.s4
        ErrorSummary {
            id: summary
            visible: Theme.portrait && page.hasErrors && !page.attaching
            width: parent.width
            errors: page.model.errors
            onChosen: field => page.focusField(field)
        }
        Repeater {
            id: fields
            model: page.asked.length
            QuestionField {
                required property int index
                width: body.width
                model: page.model
                field: page.asked[index] ?? ({ name: "", kind: "text", label: "" })
                bare: page.alone && (field.label === page.model.title)
                room: page.alone || page.attaching ? page.room - (summary.visible ? summary.height + body.spacing : 0) - (links.height > 0 ? links.height + body.spacing : 0) : 0
                visible: field.shown !== false && (!page.attaching || field.name === page.busy)
                onEdited: value => page.model.edited(field.name, value)
                onEntered: entry => { page.target = entry; page.typing = field.kind; page.signed = field.signed === true }
            }
        }
        Digits {
            visible: page.alone && page.padField !== null && !page.attaching
            flat: Theme.elder && !Theme.portrait || page.padField?.kind === "date_time" && !Theme.portrait
            keyHeight: Theme.portrait && !page.hasErrors ? Theme.mm(38) : Theme.mm(Theme.elder ? 28 : Theme.portrait ? 26 : 23)
        }
        Disputes {
            id: links
            rows: page.below ? page.disputable : []
            onChosen: name => page.model.beginDispute(name)
        }
    }
    Dispute { parent: page; model: page.model; z: 1 }
}
