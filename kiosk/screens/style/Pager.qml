// Content that may be longer than its place: nothing is cut, a wide button turns the page.
import QtQuick

Item {
    id: pager
    property int bleed: Theme.px(12) // room for focus rings at the edges
    readonly property bool over: holder.childrenRect.height > height + Theme.px(8)
    default property alias content: holder.data

    function whole(item: var): var {
        for (let up = item.parent; up && up !== holder; up = up.parent)
            if (up.revealWhole === true && up.height <= view.height - bleed * 2) return up
        return item
    }
    function reveal(item: Item): void {
        for (let up = item; up; up = up.parent)
            if (up === holder) {
                const box = whole(item)
                const top = box.mapToItem(holder, 0, 0).y
                const bottom = top + box.height
                if (top < view.contentY) view.contentY = Math.max(0, top - bleed)
                else if (bottom > view.contentY + view.height)
                    view.contentY = Math.min(view.contentHeight - view.height, bottom - view.height + bleed)
            }
    }

    onHeightChanged: if (over && Window.window && Window.window.activeFocusItem) reveal(Window.window.activeFocusItem)
    Connections {
        target: pager.Window.window
        ignoreUnknownSignals: true
        function onActiveFocusItemChanged() {
            const item = pager.Window.window ? pager.Window.window.activeFocusItem : null
            if (pager.over && item) pager.reveal(item)
        }
    }
    Flickable {
        id: view
        x: -pager.bleed
        y: -pager.bleed
        width: parent.width + pager.bleed * 2
        height: parent.height + pager.bleed - (pager.over ? more.height + Theme.s2 : -pager.bleed)
        clip: pager.over
        interactive: pager.over
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: pager.over ? holder.childrenRect.height + pager.bleed * 2 : height
        Item {
            id: holder
            x: pager.bleed
            y: pager.bleed
            width: pager.width
            height: pager.height
        }
    }
    Btn {
        id: more
        objectName: "page.more"
        readonly property bool end: view.contentY >= view.contentHeight - view.height - 2
        visible: pager.over
        kind: "secondary"
        width: parent.width
        height: Theme.target
        anchors.bottom: parent.bottom
        text: end ? qsTr("Back to the top") : qsTr("More below")
        trailing: end ? "up" : "down"
        onClicked: view.contentY = end ? 0 : Math.min(view.contentHeight - view.height, view.contentY + view.height * 0.8)
    }
}
