// The hall: its picture, and beside it everything that can be pressed instead of walked to.
pragma ComponentBehavior: Bound
import QtQuick
import Atrium.Frames
import "style"

FocusScope {
    id: page
    required property var session
    required property var model
    required property url art
    readonly property bool tall: Theme.portrait
    readonly property var chosen: model.selected ?? null
    readonly property var walkKeys: ({
            [Qt.Key_Up]: "forward", [Qt.Key_W]: "forward", [Qt.Key_Down]: "back", [Qt.Key_S]: "back",
            [Qt.Key_Left]: "left", [Qt.Key_A]: "left", [Qt.Key_Right]: "right", [Qt.Key_D]: "right"
        })

    function walk(event: var, down: bool): void {
        const key = walkKeys[event.key]
        if (!key || search.activeFocus) return
        if (!event.isAutoRepeat) model.keyChanged(key, down)
        event.accepted = true
    }

    Keys.onPressed: event => walk(event, true)
    Keys.onReleased: event => walk(event, false)
    Keys.onEscapePressed: page.session.back()

    FrameItem {
        id: picture
        objectName: "hall.picture"
        focus: true
        source: "hall"
        width: parent.width
        height: page.tall ? controls.y - Theme.s3 - Theme.mm(1) : parent.height
        fillColor: Theme.sunken
        activeFocusOnTab: true
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Service hall. You are at: %1").arg(where.text)
        Accessible.description: qsTr("Arrow keys walk and turn. All counters follow as buttons.")
        onWidthChanged: sizing.restart()
        onHeightChanged: sizing.restart()
        Timer { id: sizing; interval: 60; onTriggered: page.model.resized(picture.width, picture.height) }
        MouseArea {
            anchors.fill: parent
            onPressed: mouse => {
                picture.forceActiveFocus(Qt.MouseFocusReason)
                page.model.tapped(mouse.x / width, mouse.y / height)
            }
        }
        FocusRing { on: picture.activeFocus && !page.model.ready; anchors.margins: 0; radius: 0 }
    }
    Card { // while the hall is being opened it says so
        visible: !page.model.ready
        anchors.centerIn: picture
        raised: true
        width: opening.implicitWidth + Theme.s4 * 2
        height: Theme.target * 1.2
        Txt { id: opening; anchors.centerIn: parent; role: "title"; text: qsTr("Opening the hall…"); wrapMode: Text.NoWrap }
    }

    component Place: Card {
        raised: true
        pad: 0
        width: here.implicitWidth + Theme.s3 * 2
        height: here.implicitHeight + Theme.s2
        Row {
            id: here
            anchors.centerIn: parent
            spacing: Theme.s2
            Icon { name: "pin"; color: Theme.primary; anchors.verticalCenter: parent.verticalCenter }
            Column {
                Txt { role: "caption"; color: Theme.ink2; text: qsTr("You are at"); wrapMode: Text.NoWrap }
                Txt { id: placeName; bold: true; text: where.text; wrapMode: Text.NoWrap }
            }
        }
    }
    component Arrow: Pressable {
        id: arrow
        property string key
        property string iconName
        objectName: "hall." + key
        focusPolicy: Qt.TabFocus
        implicitWidth: Theme.target
        implicitHeight: Theme.target
        onPressedChanged: page.model.keyChanged(key, pressed)
        background: Rectangle {
            radius: Theme.radius
            color: arrow.down ? Theme.primarySoft : Theme.surface
            border.width: Theme.hair
            border.color: Theme.lineStrong
            FocusRing { on: arrow.visualFocus }
        }
        contentItem: Item { Icon { anchors.centerIn: parent; name: arrow.iconName; size: Theme.mm(11) } }
    }
    component Pad: Grid {
        columns: 3
        spacing: Theme.s1
        Item { width: Theme.target; height: 1 }
        Arrow { key: "forward"; iconName: "up"; text: qsTr("Forward") }
        Item { width: Theme.target; height: 1 }
        Arrow { key: "left"; iconName: "turnl"; text: qsTr("Turn left") }
        Arrow { key: "back"; iconName: "down"; text: qsTr("Back") }
        Arrow { key: "right"; iconName: "turnr"; text: qsTr("Turn right") }
    }
    component Goal: Card { // the chosen counter: the same sign as in the hall
        visible: page.chosen !== null
        raised: true
        width: Math.max(goalAct.needed + Theme.s3 * 2, name.implicitWidth + Theme.s3 * 3 + sign.width)
        height: goalColumn.implicitHeight + pad * 2
        Column {
            id: goalColumn
            width: parent.width
            spacing: Theme.s2
            Row {
                spacing: Theme.s2
                Plate {
                    id: sign
                    number: page.chosen ? page.chosen.number : 0
                    tone: page.chosen ? page.chosen.colour : Theme.primary
                    size: Theme.mm(17)
                    anchors.verticalCenter: parent.verticalCenter
                }
                Column {
                    id: name
                    Txt { role: "lead"; bold: true; text: page.chosen ? page.chosen.name : ""; wrapMode: Text.NoWrap }
                    Txt {
                        role: "caption"
                        color: Theme.ink2
                        text: page.chosen ? Texts.waiting(page.chosen.waiting, page.chosen.minutes) : ""
                        wrapMode: Text.NoWrap
                    }
                }
            }
            Row {
                id: goalAct
                width: parent.width
                spacing: Theme.s2
                readonly property int needed: arrived ? Theme.mm(118) : take.implicitWidth + open.implicitWidth + spacing
                readonly property bool arrived: page.chosen !== null && page.model.place === "counter:" + page.chosen.id
                Btn {
                    id: take
                    objectName: "hall.takeMeThere"
                    visible: !parent.arrived
                    kind: "secondary"
                    width: parent.width - Theme.s2 - open.width
                    iconName: "walk"
                    text: qsTr("Take me there")
                    onClicked: page.model.takeMeThere(page.chosen.id)
                }
                Btn {
                    id: open
                    objectName: "hall.open"
                    width: parent.arrived ? parent.width : implicitWidth
                    text: parent.arrived ? qsTr("See the services") : qsTr("Open")
                    onClicked: page.model.openCounter(page.chosen.id)
                }
            }
        }
    }

    Txt { // where the person stands, as words; shown in its card
        id: where
        visible: false
        text: page.model.placeName || Texts.of(page.model.place)
    }

    Item { // in landscape panels lie at the edges and the middle stays free
        visible: !page.tall
        anchors.fill: parent
        anchors.margins: Theme.s3
        Place {}
        Pad { anchors.left: parent.left; anchors.bottom: parent.bottom }
        Goal {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: -Theme.mm(12)
            anchors.bottom: parent.bottom
        }
    }
    Goal {
        id: tallGoal
        visible: page.tall && page.chosen !== null
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        anchors.bottom: picture.bottom
        anchors.bottomMargin: Theme.s3
    }
    Place { visible: page.tall; x: Theme.margin; y: Theme.s3 }

    component Search: Entry {
        wantsKeyboard: true
        placeholderText: qsTr("What do you need?")
        leftPadding: Theme.s3
        Accessible.name: placeholderText
        onAccepted: page.model.search(text)
    }
    // the counters, each as a button: the twin of what stands in the hall
    component Plates: Grid {
        id: plates
        spacing: Theme.s1
        Repeater {
            model: page.model.counters.length
            Pressable {
                id: plate
                required property int index
                readonly property var counter: page.model.counters[index] || ({ id: "", number: 0, colour: "#000000", name: "", waiting: 0, minutes: 0 })
                readonly property bool goal: page.chosen !== null && page.chosen.id === counter.id
                objectName: "hall.counter." + counter.id
                text: qsTr("Counter %1, %2").arg(counter.number).arg(counter.name)
                Accessible.description: Texts.waiting(counter.waiting, counter.minutes)
                width: (plates.width - plates.spacing * (plates.columns - 1)) / plates.columns
                height: Theme.target
                onVisualFocusChanged: if (visualFocus) page.model.counterFocused(counter.id)
                onClicked: page.model.counterFocused(counter.id)
                background: Rectangle {
                    radius: Theme.radius
                    color: Theme.high ? "#000000" : plate.counter.colour
                    border.width: plate.goal ? Theme.thick : Theme.high ? Theme.px(2) : 0
                    border.color: plate.goal ? Theme.brass : "#FFFFFF"
                    FocusRing { on: plate.visualFocus }
                }
                contentItem: Item {
                    Txt { anchors.centerIn: parent; text: plate.counter.number; role: "title"; color: "#FFFFFF"; Accessible.ignored: true }
                }
            }
        }
    }
    Card { // landscape: the directory at the end side
        visible: !page.tall
        raised: true
        pad: Theme.s2
        anchors.right: parent.right
        anchors.rightMargin: Theme.s3
        y: Theme.s3
        width: Theme.mm(Theme.elder ? 128 : 108)
        height: directory.implicitHeight + pad * 2
        Column {
            id: directory
            width: parent.width
            spacing: Theme.s2
            MiniMap { width: parent.width; height: Theme.mm(Theme.elder ? 46 : 62); model: page.model }
            Plates { visible: !page.tall; width: parent.width; columns: 4 }
            Btn {
                objectName: page.tall ? "" : "hall.list"
                kind: "secondary"
                width: parent.width
                iconName: "list"
                text: qsTr("Show as a list")
                onClicked: page.model.showList()
            }
        }
    }
    Rectangle { visible: page.tall; y: picture.height; width: parent.width; height: Theme.mm(1); color: Theme.brass }
    Column { // portrait: everything to touch is below the picture
        id: controls
        visible: page.tall
        x: Theme.margin
        width: parent.width - Theme.margin * 2
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.s4
        spacing: Theme.s3
        Row {
            width: parent.width
            spacing: Theme.s3
            Pad { id: tallPad; anchors.verticalCenter: parent.verticalCenter }
            MiniMap { width: parent.width - tallPad.width - Theme.s3; height: tallPad.height + Theme.mm(Theme.elder ? 0 : 14); model: page.model }
        }
        Plates { visible: Theme.elder; width: parent.width; columns: 6 }
        Grid {
            id: cards
            visible: !Theme.elder
            width: parent.width
            columns: 2
            spacing: Theme.s1
            Repeater {
                model: page.tall && !Theme.elder ? page.model.counters.length : 0
                ServiceCard {
                    required property int index
                    readonly property var counter: page.model.counters[index] || ({ id: "", number: 0, colour: "#000000", name: "", waiting: 0, minutes: 0 })
                    objectName: "hall.counter." + counter.id
                    width: (cards.width - cards.spacing) / 2
                    height: Math.max(implicitHeight, Theme.target)
                    number: counter.number
                    tone: counter.colour
                    text: counter.name
                    note: Texts.waiting(counter.waiting, counter.minutes)
                    chosen: page.chosen !== null && page.chosen.id === counter.id
                    onVisualFocusChanged: if (visualFocus) page.model.counterFocused(counter.id)
                    onClicked: page.model.counterFocused(counter.id)
                }
            }
        }
        Btn {
            objectName: page.tall ? "hall.list" : ""
            kind: "secondary"
            width: parent.width
            iconName: "list"
            text: qsTr("Show as a list")
            onClicked: page.model.showList()
        }
    }
    Search {
        id: search
        objectName: "hall.search"
        visible: !page.tall
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.horizontalCenterOffset: -Theme.mm(12)
        y: Theme.s3
        width: Theme.mm(180)
    }
}
