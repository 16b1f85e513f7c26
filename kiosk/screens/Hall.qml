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
    readonly property string lead: told // what a voice reads, and a screen reader is told
    property string told
    readonly property var walkKeys: ({
            [Qt.Key_Up]: "forward", [Qt.Key_W]: "forward", [Qt.Key_Down]: "back", [Qt.Key_S]: "back",
            [Qt.Key_Left]: "left", [Qt.Key_A]: "left", [Qt.Key_Right]: "right", [Qt.Key_D]: "right"
        })

    function walk(event: var, down: bool): void {
        const key = walkKeys[event.key]
        if (!key || search.typing) return
        if (!event.isAutoRepeat) model.keyChanged(key, down)
        event.accepted = true
    }

    function tell(): void {
        const arrived = model.arrived !== "" && model.arrived === model.place
        told = Texts.surroundings(where.text, arrived, model.ahead)
        where.Accessible.announce(told)
    }

    Connections { // said once somebody has come to rest, never on the way
        target: page.model
        function onAheadChanged() { telling.restart() }
        function onArrivedChanged() { if (page.model.arrived) telling.restart() }
    }
    Timer { id: telling; interval: 600; onTriggered: page.tell() }
    Component.onCompleted: telling.restart()

    Keys.onPressed: event => walk(event, true)
    Keys.onReleased: event => walk(event, false)
    Keys.onEscapePressed: page.session.back()

    FrameItem {
        id: picture
        objectName: "hall.picture"
        focus: true
        source: "hall"
        width: parent.width
        height: page.tall ? search.y - Theme.s3 - Theme.mm(1) : page.height
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

    Txt { // where the person stands, as words; shown in its card
        id: where
        visible: false
        text: page.model.placeName || Texts.of(page.model.place)
    }
    component Place: Card {
        raised: true
        pad: 0
        width: here.implicitWidth + Theme.s3 * 2
        height: Math.max(here.implicitHeight + Theme.s2, Theme.target)
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
    component Way: Btn { // to a place that everybody knows
        property string to
        objectName: "hall.place." + to
        kind: "secondary"
        height: Theme.target
        text: Texts.of(to)
        Accessible.name: qsTr("Go to: %1").arg(text)
        onClicked: page.model.goTo(to)
    }
    component ListBtn: Btn {
        objectName: "hall.list"
        kind: "secondary"
        iconName: "list"
        text: qsTr("Show as a list")
        onClicked: page.model.showList()
    }

    Flow { // where one is, and the way back, always
        id: places
        x: page.tall ? Theme.margin : Theme.s3
        y: Theme.s3
        width: page.tall ? parent.width - Theme.margin * 2 : Math.max(Theme.mm(100), place.width)
        spacing: Theme.s2
        Place { id: place }
        Way { to: "entrance"; iconName: "door" }
        Way { to: "desk"; iconName: "info" }
    }
    NoticeCard {
        notices: page.model.notices
        visible: told !== null && !search.typing
        readonly property bool aside: !page.tall && Theme.elder // the stick leaves no room below
        z: open ? 1 : 0
        x: aside ? search.x : places.x
        y: aside ? search.y + search.height + Theme.s2 : places.y + places.height + Theme.s2
        width: aside ? search.width : Theme.mm(page.tall && Theme.elder ? 170 : 124)
    }
    HallSearch {
        id: search
        model: page.model
        upwards: page.tall
        x: page.tall ? Theme.margin : (places.x + places.width + side.x - width) / 2
        y: !page.tall ? Theme.s3 : typing ? page.height - height - Theme.s3 : controls.y - height - Theme.s3
        width: page.tall ? page.width - Theme.margin * 2 - (typing ? 0 : tallList.width + Theme.s2) : Math.min(Theme.mm(180), side.x - places.x - places.width - Theme.s3 * 2)
        onChosen: goal.focusIn()
    }
    Rectangle { visible: page.tall && !search.typing; y: picture.height; width: parent.width; height: Theme.mm(1); color: Theme.brass }
    Loader { // landscape: map and directory at the end side
        id: side
        active: !page.tall
        visible: active && !search.typing
        x: page.width - width - Theme.s3
        y: Theme.s3
        width: Theme.mm(Theme.elder ? 128 : 112)
        sourceComponent: Card {
            raised: true
            pad: Theme.s2
            height: column.implicitHeight + pad * 2
            Column {
                id: column
                width: parent.width
                spacing: Theme.s2
                MiniMap { id: overview; width: parent.width; height: Theme.mm(Theme.elder ? 62 : 64); model: page.model }
                Directory {
                    width: parent.width
                    columns: 4
                    room: page.height - overview.height - list.height - Theme.s3 * 2 - Theme.s2 * 4
                    model: page.model
                    onEntered: goal.focusIn()
                }
                ListBtn { id: list; width: parent.width }
            }
        }
    }
    Loader { // portrait: everything to touch is below the picture
        id: controls
        active: page.tall
        visible: active && !search.typing
        x: Theme.margin
        width: page.width - Theme.margin * 2
        y: page.height - height - Theme.s4
        sourceComponent: Column {
            spacing: Theme.s3
            Row {
                width: parent.width
                spacing: Theme.s3
                Stick { id: hand; model: page.model }
                MiniMap { width: parent.width - hand.width - Theme.s3; height: hand.height; model: page.model }
            }
            Directory {
                width: parent.width
                columns: Theme.elder ? 6 : 2
                named: !Theme.elder
                room: Theme.mm(Theme.elder ? 64 : 150)
                model: page.model
                onEntered: goal.focusIn()
            }
        }
    }
    ListBtn {
        id: tallList
        objectName: page.tall ? "hall.list" : ""
        visible: page.tall && !search.typing
        anchors.right: controls.right
        y: search.y
        height: search.height
    }
    Loader {
        active: !page.tall
        x: Theme.s3
        y: page.height - height - Theme.s3
        visible: active && !search.typing
        sourceComponent: Stick { model: page.model }
    }
    GoalCard { // after the counters in the order of focus
        id: goal
        model: page.model
        visible: chosen !== null && !search.typing
        x: page.tall ? page.width - width - Theme.margin : (Theme.target * 3 + side.x - width) / 2 + Theme.s3
        y: (page.tall ? picture.height : page.height) - height - Theme.s3
    }
}
