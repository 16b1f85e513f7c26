// Anything that is pressed: by finger, by Enter or Space, by a screen reader.
import QtQuick
import QtQuick.Templates as T

T.AbstractButton {
    id: control
    activeFocusOnTab: true
    opacity: enabled ? 1 : 0.45
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()
}
