// The staff's side: a gate with a PIN, then the desk and its pages.
pragma ComponentBehavior: Bound
import QtQuick

FocusScope {
    id: staff
    required property var session
    required property var model
    required property url art
    readonly property string file: !model.signedIn ? "StaffGate" : ({
            "enrol": "StaffEnrol", "erase": "StaffErase", "readiness": "StaffReadiness", "settings": "StaffSettings"
        })[model.page] ?? "StaffHome"
    readonly property string page: file + ".qml"

    onPageChanged: show()
    Component.onCompleted: show()
    function show(): void { place.setSource(page, { session: session, model: model }) }

    Loader {
        id: place
        anchors.fill: parent
        focus: true
    }
}
