// All counters as buttons, the twins of what stands in the hall; many of them fold up by zone.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: directory
    property var model
    property int columns: 4
    property bool named: false // with the names beside the numbers
    property real room: 100000 // how high it may be
    readonly property bool many: model.counters.length > 24 && model.zones.length > 1
    readonly property bool over: list.height > height + 2
    property string unfolded: ""
    readonly property string chosen: model.selected ? model.selected.id : ""
    readonly property var none: ({ id: "", number: 0, colour: "#000000", name: "", state: "open", waiting: 0, minutes: 0, mine: false, side: "", metres: 0 })
    signal entered // a counter was chosen by key: what can be done with it comes next

    function reveal(item: Item): void {
        const top = item.mapToItem(list, 0, 0).y
        if (top < view.contentY) view.contentY = top
        else if (top + item.height > view.contentY + view.height) view.contentY = top + item.height - view.height
    }

    implicitHeight: Math.min(room, list.height)
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Counters")

    Flickable {
        id: view
        anchors.fill: parent
        anchors.margins: -Theme.px(12)
        leftMargin: Theme.px(12)
        topMargin: Theme.px(12)
        contentWidth: list.width
        contentHeight: list.height
        interactive: directory.over
        clip: directory.over
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: list
            width: directory.width
            spacing: Theme.s1
            Repeater {
                model: directory.many ? directory.model.zones.length : 1
                Column {
                    id: group
                    required property int index
                    readonly property var zone: directory.model.zones[index] || ({ id: "", letter: "", name: "" })
                    readonly property bool open: !directory.many || directory.unfolded === zone.id
                    readonly property var members: !open ? [] : directory.many
                        ? directory.model.counters.filter(one => one.zone === zone.id) : directory.model.counters
                    width: list.width
                    spacing: Theme.s1
                    Btn {
                        visible: directory.many
                        objectName: "hall.zone." + group.zone.id
                        kind: "secondary"
                        width: parent.width
                        height: Theme.target
                        text: qsTr("%1 · %2").arg(group.zone.letter).arg(group.zone.name)
                        trailing: group.open ? "up" : "down"
                        Accessible.description: group.open ? qsTr("Unfolded") : qsTr("Folded up")
                        Accessible.checkable: true
                        Accessible.checked: group.open
                        onVisualFocusChanged: if (visualFocus) directory.reveal(this)
                        onClicked: directory.unfolded = group.open ? "" : group.zone.id
                    }
                    Grid {
                        id: grid
                        visible: group.open
                        width: parent.width
                        columns: directory.columns
                        spacing: Theme.s1
                        Repeater {
                            model: group.members.length
                            Loader {
                                id: place
                                required property int index
                                readonly property var counter: group.members[index] || directory.none
                                readonly property bool goal: directory.chosen === counter.id
                                width: (grid.width - grid.spacing * (grid.columns - 1)) / grid.columns
                                height: Math.max(directory.named ? implicitHeight : 0, Theme.target)
                                sourceComponent: directory.named ? card : plate
                                function chosen(control: Pressable): void {
                                    directory.model.counterFocused(counter.id)
                                    if (control.visualFocus) directory.entered()
                                }
                                function met(control: Pressable): void {
                                    if (!control.visualFocus) return
                                    directory.reveal(place)
                                    directory.model.counterFocused(counter.id)
                                }
                                Component {
                                    id: plate
                                    CounterPlate {
                                        objectName: "hall.counter." + place.counter.id
                                        counter: place.counter
                                        goal: place.goal
                                        onVisualFocusChanged: place.met(this)
                                        onClicked: place.chosen(this)
                                    }
                                }
                                Component {
                                    id: card
                                    ServiceCard {
                                        objectName: "hall.counter." + place.counter.id
                                        number: place.counter.number
                                        tone: place.counter.colour
                                        mark: place.counter
                                        text: place.counter.name
                                        note: Texts.queue(place.counter)
                                        chosen: place.goal
                                        Accessible.name: qsTr("Counter %1, %2").arg(place.counter.number).arg(place.counter.name)
                                        Accessible.description: Texts.counter(place.counter)
                                        Accessible.checkable: true
                                        Accessible.checked: chosen
                                        onVisualFocusChanged: place.met(this)
                                        onClicked: place.chosen(this)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
