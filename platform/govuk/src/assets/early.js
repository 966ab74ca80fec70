// Runs before the page is painted, so that what needs the script never flashes up without it.
document.body.className += " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
