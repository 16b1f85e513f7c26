// The hall from above: rooms, furniture, zones, counters, the person, and the way to walk along.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes

Rectangle {
    id: map
    property var model
    property int zoom: 1 // 1 shows all of the hall; more follows the person
    readonly property int closest: 8
    readonly property var box: model.bounds.length === 4 ? model.bounds : [0, 0, 1, 1]
    readonly property real pad: Theme.mm(7)
    readonly property real room: width - keys.width - Theme.s1 * 2
    readonly property real unit: zoom * Math.min((room - pad * 2) / Math.max(0.01, box[2] - box[0]), (height - pad * 2) / Math.max(0.01, box[3] - box[1]))
    readonly property string chosen: model.selected ? model.selected.id : ""
    readonly property real sign: Math.min(Theme.mm(12), Math.max(Theme.elder ? Theme.mm(6) : Theme.pt(18) * 1.3, unit * 3))
    readonly property bool dense: model.counters.length > 24 && unit * 2.6 < sign // signs would lie on each other

    function px(x: real): real { return unit * (x - box[0]) }
    function py(y: real): real { return unit * (box[3] - y) }
    function within(low: real, size: real, most: real, wish: real): real {
        return size <= most ? low + (most - size) / 2 : Math.max(low + most - size, Math.min(low, wish))
    }
    function rectangle(x0: real, y0: real, x1: real, y1: real): var {
        return [Qt.point(px(x0), py(y0)), Qt.point(px(x1), py(y0)), Qt.point(px(x1), py(y1)), Qt.point(px(x0), py(y1)), Qt.point(px(x0), py(y0))]
    }

    color: Theme.sunken
    radius: Theme.radius
    border.width: Theme.hair
    border.color: Theme.line
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Map of the hall")

    Item {
        id: frame
        anchors.fill: parent
        anchors.margins: Theme.hair
        anchors.rightMargin: keys.width + Theme.s1 * 2
        clip: map.zoom > 1
        Item { // the hall itself, moved so that the person is in sight
            id: ground
            readonly property real wide: map.unit * (map.box[2] - map.box[0]) + map.pad * 2
            readonly property real high: map.unit * (map.box[3] - map.box[1]) + map.pad * 2
            x: map.pad + map.within(0, wide, frame.width, frame.width / 2 - map.px(map.model.meX) - map.pad)
            y: map.pad + map.within(0, high, frame.height, frame.height / 2 - map.py(map.model.meY) - map.pad)
            Shape {
                ShapePath {
                    strokeColor: Theme.lineStrong
                    strokeWidth: Theme.hair
                    fillColor: Theme.surface
                    joinStyle: ShapePath.MiterJoin
                    PathMultiline { paths: map.model.outline.map(r => map.rectangle(r[0], r[1], r[2], r[3])) }
                }
                ShapePath {
                    strokeColor: "transparent"
                    fillColor: Theme.high ? "#8A8A8A" : Theme.line
                    PathMultiline { paths: map.model.blocks.map(b => map.rectangle(b.x0, b.y0, b.x1, b.y1)) }
                }
                ShapePath {
                    strokeColor: Theme.brass
                    strokeWidth: Theme.mm(1.6)
                    fillColor: "transparent"
                    capStyle: ShapePath.RoundCap
                    joinStyle: ShapePath.RoundJoin
                    PathPolyline {
                        path: map.model.route.length > 1 ? map.model.route.map(p => Qt.point(map.px(p[0]), map.py(p[1]))) : []
                    }
                }
            }
            Repeater { // where signs have no room the letters of the zones stand for them
                model: map.dense ? map.model.zones.length : 0
                Rectangle {
                    required property int index
                    readonly property var zone: map.model.zones[index] || ({ x: 0, y: 0, letter: "", colour: "#000000" })
                    x: map.px(zone.x) - width / 2
                    y: map.py(zone.y) - height / 2
                    width: Theme.caption * 1.5
                    height: width
                    radius: width / 2
                    color: Theme.high ? "#000000" : "#" + String(zone.colour).replace("#", "")
                    border.width: Theme.high ? Theme.px(2) : 0
                    border.color: "#FFFFFF"
                    Txt { anchors.centerIn: parent; text: parent.zone.letter; role: "caption"; bold: true; color: "#FFFFFF"; Accessible.ignored: true }
                }
            }
            Repeater {
                model: map.model.counters.length
                Rectangle {
                    required property int index
                    readonly property var counter: map.model.counters[index] || ({ x: 0, y: 0, number: 0, colour: "#000000", id: "", mine: false })
                    readonly property bool goal: counter.id === map.chosen
                    visible: goal || counter.mine || !map.dense
                    z: goal ? 1 : 0
                    width: goal && Theme.elder ? Theme.caption * 1.3 : map.sign
                    height: width
                    x: map.px(counter.x) - width / 2
                    y: map.py(counter.y) - height / 2
                    radius: Theme.mm(1.2)
                    color: Theme.high ? "#000000" : counter.colour
                    border.width: goal ? Theme.px(5) : Theme.high ? Theme.px(2) : 0
                    border.color: goal ? (Theme.high ? "#FFE600" : Theme.ink) : "#FFFFFF"
                    Rectangle { // one's own: a ring round the sign, a shape and not only a colour
                        visible: parent.counter.mine
                        anchors.centerIn: parent
                        width: parent.width + Theme.mm(3.4)
                        height: width
                        radius: width / 2
                        color: "transparent"
                        border.width: Theme.mm(0.9)
                        border.color: Theme.brass
                    }
                    Txt {
                        anchors.centerIn: parent
                        text: parent.counter.number
                        visible: !Theme.elder || parent.goal
                        role: "caption"
                        bold: true
                        color: "#FFFFFF"
                        font.pixelSize: Theme.elder ? Theme.caption : Theme.pt(18)
                        Accessible.ignored: true
                    }
                }
            }
            Item { // the person: a disc with a nose that shows where they look
                x: map.px(map.model.meX)
                y: map.py(map.model.meY)
                rotation: map.model.heading
                Rectangle {
                    width: Theme.mm(3)
                    height: width
                    rotation: 45
                    x: -width / 2
                    y: -Theme.mm(5)
                    color: Theme.primary
                }
                Rectangle {
                    width: Theme.mm(7)
                    height: width
                    radius: width / 2
                    x: -width / 2
                    y: -width / 2
                    color: Theme.primary
                    border.width: Theme.px(4)
                    border.color: Theme.surface
                }
            }
        }
    }
    Column {
        id: keys
        anchors.right: parent.right
        anchors.rightMargin: Theme.s1
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.s1
        MapKey {
            objectName: "hall.zoomIn"
            iconName: "plus"
            text: qsTr("Larger map")
            enabled: map.zoom < map.closest
            onClicked: map.zoom *= 2
        }
        MapKey {
            objectName: "hall.zoomOut"
            iconName: "minus"
            text: qsTr("Smaller map")
            enabled: map.zoom > 1
            onClicked: map.zoom /= 2
        }
    }
    component MapKey: Pressable {
        id: key
        property string iconName
        width: Theme.target
        height: Theme.target
        background: Rectangle {
            radius: Theme.radius
            color: key.down ? Theme.primarySoft : Theme.surface
            border.width: Theme.hair
            border.color: Theme.lineStrong
            FocusRing { on: key.visualFocus }
        }
        contentItem: Item { Icon { anchors.centerIn: parent; name: key.iconName } }
    }
}
