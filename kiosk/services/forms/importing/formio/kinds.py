"""Types of form.io components, with those of Open Forms and of forms built upon them."""

LAYOUT = frozenset(
    {
        "panel",
        "simplepanel",
        "fieldset",
        "well",
        "columns",
        "simplecols2",
        "simplecols3",
        "simplecols4",
        "table",
        "tabs",
        "simpletabs",
        "container",
        "row",
        "navSkjemagruppe",
        "form",
        "tab",
        "wizard",
        "softRequiredErrors",
    }
)
CONTAINERS = frozenset({"container", "form", "row"})
"""Those whose key is part of the way to what they hold."""
GROUPS = frozenset({"datagrid", "editgrid", "datatable", "tree", "simpledatagrid", "dynamicWizard"})
CONTENT = frozenset({"content", "htmlelement", "simplecontent", "alertstripe", "simpleheading"})
CONTENT |= {"simpleparagraph", "image", "customView", "accordion"}
SILENT = frozenset({"button", "simplebuttonadvanced", "recaptcha", "datasource", "custom"})
SILENT |= {"buttonrow", "submitsuccess", "simplebuttonsubmit", "simplebuttonreset", "captcha"}
FETCHED = frozenset({"datasource", "custom"})
"""Silent ones that bring a value from elsewhere."""

WIDGETS = {
    "textfield": "text",
    "textarea": "long_text",
    "number": "decimal",
    "currency": "decimal",
    "checkbox": "yes_no",
    "selectboxes": "several",
    "select": "choice",
    "radio": "choice",
    "email": "email",
    "url": "url",
    "phoneNumber": "phone",
    "phonenumber": "phone",
    "datetime": "date_time",
    "day": "date",
    "date": "date",
    "time": "time",
    "tags": "text",
    "address": "address",
    "addressNL": "address",
    "file": "file",
    "signature": "signature",
    "sketchpad": "signature",
    "postcode": "text",
    "licenseplate": "text",
    "iban": "text",
    "bsn": "id_number",
    "cosign": "email",
    "coSign": "email",
    "month": "month",
    "monthPicker": "month",
    "year": "number",
    "landvelger": "choice",
    "valutavelger": "choice",
    "orgNr": "text",
    "fnrfield": "id_number",
    "bankAccount": "text",
    "navDatepicker": "date",
    "navSelect": "choice",
    "navCheckbox": "yes_no",
    "radiopanel": "choice",
    "firstName": "text",
    "surname": "text",
    "identity": "id_number",
    "navAddress": "address",
    "attachment": "file",
    "countrySelect": "choice",
    "currencySelect": "choice",
    "selectBoxes": "several",
    "bcaddress": "address",
    "simplebcaddress": "address",
    "orgbook": "text",
    "password": "text",
    "customerProfile": "email",
}
PATTERNS = {
    "postcode": r"^[1-9][0-9]{3} ?[A-Za-z]{2}$",
    "licenseplate": r"^[A-Za-z0-9]{1,3}-?[A-Za-z0-9]{1,3}-?[A-Za-z0-9]{1,3}$",
}
FORMATS = {"iban": "iban", "bsn": "bsn"}


def plain_type(kind: str) -> str:
    """A type without the wrapping of builders that offer simple and advanced twins."""
    if kind in WIDGETS or kind in LAYOUT or kind in GROUPS or kind in CONTENT or kind in SILENT:
        return kind
    bare = kind.removeprefix("simple").removesuffix("advanced")
    twins = {"radios": "radio", "checkboxes": "selectboxes", "phonenumber": "phoneNumber"}
    return twins.get(bare, bare)
