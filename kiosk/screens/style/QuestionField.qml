// One question of a form, by its kind.
pragma ComponentBehavior: Bound
import QtQuick

Labelled {
    id: shown
    property var field: ({})
    property bool bare: false // the page's heading says the label already
    readonly property string kind: field.kind ?? "text"
    readonly property var value: field.value
    readonly property bool listed: kind === "choice" || kind === "several" || kind === "yes_no" || kind === "declaration"
    readonly property var choices: kind === "yes_no" ? [{ value: true, label: qsTr("Yes") }, { value: false, label: qsTr("No") }]
        : kind === "declaration" ? [{ value: true, label: field.label }] : field.choices ?? []
    signal edited(value: var)
    signal entered(entry: var)

    function enter(): void {
        if (kind === "date") date.enter()
        else if (listed) { if (options.count) options.itemAt(0).forceActiveFocus(Qt.TabFocusReason) }
        else line.forceActiveFocus(Qt.TabFocusReason)
    }
    function choose(chosen: var): void {
        if (kind === "several") {
            const kept = (value ?? []).filter(v => v !== chosen)
            edited(kept.length === (value ?? []).length ? kept.concat([chosen]) : kept)
        } else if (kind === "declaration") edited(value !== true)
        else edited(chosen)
    }
    function holds(choice: var): bool {
        return kind === "several" ? (value ?? []).indexOf(choice) >= 0 : value === choice
    }

    label: bare || kind === "declaration" ? "" : field.optional ? qsTr("%1 (optional)").arg(field.label) : field.label ?? ""
    hint: field.hint ?? ""
    error: field.error ? Texts.of(field.error) : ""
    source: field.source ?? ""

    Entry {
        id: line
        objectName: "question.field." + shown.field.name
        visible: !shown.listed && shown.kind !== "date"
        height: visible ? implicitHeight : 0
        width: parent.width
        wantsKeyboard: shown.kind === "text" || shown.kind === "address"
        wrong: shown.error !== ""
        maximumLength: shown.kind === "phone" ? 20 : shown.kind === "number" || shown.kind === "money" ? 18 : 400
        inputMethodHints: Qt.ImhSensitiveData | (wantsKeyboard ? Qt.ImhNone : shown.kind === "phone" ? Qt.ImhDialableCharactersOnly : Qt.ImhFormattedNumbersOnly)
        leftPadding: shown.kind === "money" ? Theme.s3 + Theme.mm(9) : Theme.s3
        Accessible.name: shown.field.label ?? ""
        description: shown.error || shown.hint
        onTyped: text => shown.edited(text)
        onActiveFocusChanged: if (activeFocus) shown.entered(line)
        Component.onCompleted: show(String(shown.value ?? ""))
        Txt {
            visible: shown.kind === "money"
            text: "¥"
            role: "title"
            x: Theme.s3
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    DateEntry {
        id: date
        visible: shown.kind === "date"
        height: visible ? implicitHeight : 0
        width: parent.width
        name: "question.field." + shown.field.name
        label: shown.field.label ?? ""
        wrong: shown.error !== ""
        onTyped: text => shown.edited(text)
        onEntered: entry => shown.entered(entry)
    }
    Grid {
        id: grid
        visible: shown.listed
        width: parent.width
        height: visible ? implicitHeight : 0
        columns: shown.kind === "yes_no" && !(Theme.elder && Theme.portrait) ? 2
            : !Theme.portrait && !Theme.elder && shown.choices.length > 4 ? 2 : 1
        spacing: Theme.s2
        Repeater {
            id: options
            model: shown.listed ? shown.choices.length : 0
            ChoiceCard {
                required property int index
                readonly property var choice: shown.choices[index] ?? ({ value: "", label: "" })
                objectName: shown.kind === "declaration" ? "question.field." + shown.field.name : "question.choice." + shown.field.name + "." + choice.value
                width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                height: Math.max(implicitHeight, Theme.mm(Theme.portrait && shown.choices.length < 6 ? 36 : 28))
                mark: shown.kind === "several" || shown.kind === "declaration" ? "check" : "radio"
                text: choice.label
                chosen: shown.holds(choice.value)
                onClicked: shown.choose(choice.value)
            }
        }
    }
    onValueChanged: {
        if (kind === "date") date.show(String(value ?? ""))
        else if (!listed) line.show(String(value ?? ""))
    }
}
