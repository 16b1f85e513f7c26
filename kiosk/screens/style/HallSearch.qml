// Searching in the hall: what one types, and the services that fit while one types.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: search
    property var model
    property bool upwards: false // proposals above the line, where there is no room below
    readonly property bool typing: entry.activeFocus || proposals.activeFocus
    readonly property alias proposalsHeight: proposals.height
    signal chosen

    function choose(service: string): void { // the proposals go with the words
        entry.show("")
        model.suggested(service)
        chosen()
    }

    implicitHeight: entry.implicitHeight
    Entry {
        id: entry
        objectName: "hall.search"
        width: parent.width
        focus: true
        wantsKeyboard: true
        placeholderText: qsTr("What do you need?")
        Accessible.name: placeholderText
        description: search.model.suggestions.length > 0 ? qsTr("%1 services fit; they follow as buttons").arg(search.model.suggestions.length) : ""
        onTyped: text => search.model.searchChanged(text)
        onAccepted: search.model.search(text)
        Keys.onEscapePressed: event => {
            event.accepted = text !== ""
            text = ""
            search.model.searchChanged("")
        }
    }
    Card {
        visible: entry.activeFocus && entry.text.trim() !== "" && search.model.suggestions.length === 0
        raised: true
        width: parent.width
        height: nothing.implicitHeight + pad * 2
        y: search.upwards ? -height - Theme.s1 : entry.height + Theme.s1
        Txt { id: nothing; width: parent.width; text: qsTr("Nothing found. Try another word, or show all services.") }
    }
    Card {
        id: proposals
        visible: search.model.suggestions.length > 0
        raised: true
        pad: Theme.s1
        width: parent.width
        height: list.implicitHeight + pad * 2
        y: search.upwards ? -height - Theme.s1 : entry.height + Theme.s1
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Services that fit")
        Column {
            id: list
            width: parent.width
            spacing: Theme.s1
            Repeater {
                model: search.model.suggestions.length
                ServiceCard {
                    required property int index
                    readonly property var found: search.model.suggestions[index] || ({ id: "", title: "", number: 0, colour: "#000000", name: "" })
                    objectName: "hall.suggestion." + found.id
                    width: list.width
                    height: Math.max(Theme.target, implicitHeight)
                    number: found.number
                    tone: found.colour
                    text: found.title
                    note: found.name
                    Accessible.description: qsTr("Counter %1, %2").arg(found.number).arg(found.name)
                    onClicked: search.choose(found.id)
                }
            }
        }
    }
}
