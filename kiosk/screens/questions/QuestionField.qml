// One question of a form: its words, and around them the control for its kind.
import QtQuick
import "../style"

Labelled {
    id: shown
    property var field: ({})
    property var model: null // the page's, for kinds that ask for more than a value
    property bool bare: false // the page's heading says the label already
    property real room: 0 // how high the whole question may be; 0 where it shares the page
    readonly property string kind: field.kind ?? "text"
    readonly property var value: field.value
    readonly property var attached: value && value[0]?.sha256 ? value : [] // of file, photo, signature
    readonly property bool silent: kind === "declaration" || kind === "note" // the control says its label
    readonly property real spare: room > 0 ? room - above : 0
    readonly property string control: ({
            "long_text": "LongText", "date": "Moment", "month": "Moment", "time": "Moment", "date_time": "Moment",
            "choice": field.long ? "Picker" : "Options", "several": field.long ? "Picker" : "Options",
            "yes_no": "Options", "declaration": "Options", "file": "Files", "photo": "Photo",
            "signature": "Signature", "group": "Entries", "note": "Remark"
        })[kind] ?? "Line"
    signal edited(value: var)
    signal entered(entry: var)

    function enter(): void { if (place.answer) place.answer.enter() }
    function toggled(chosen: var): var {
        const kept = (value ?? []).filter(v => v !== chosen)
        return kept.length === (value ?? []).length ? kept.concat([chosen]) : kept
    }
    function choose(chosen: var): void {
        edited(kind === "several" ? toggled(chosen) : kind === "declaration" ? value !== true : chosen)
    }
    function holds(choice: var): bool {
        return kind === "several" ? (value ?? []).indexOf(choice) >= 0 : value === choice
    }

    visible: field.shown !== false
    label: bare || silent ? "" : field.optional ? qsTr("%1 (optional)").arg(field.label) : field.label ?? ""
    hint: kind === "note" ? "" : [bare && field.optional ? qsTr("Optional") : "", field.hint ?? ""].filter(t => t).join(" · ")
    error: field.error ? Texts.of(field.error) : ""
    source: field.source ?? ""

    onControlChanged: place.load()
    Loader {
        id: place
        readonly property var answer: item
        function load(): void { setSource(shown.control + ".qml", { question: shown }) }
        width: parent.width
        Component.onCompleted: load()
    }
}
