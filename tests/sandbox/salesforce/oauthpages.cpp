// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/oauthpages.h"

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr auto styleSheet = R"(
:root { color-scheme: light dark; --ink: #16202c; --soft: #5b6b7c; --paper: #f4f6f9; --card: #ffffff;
        --line: #d8dfe7; --accent: #0b5cab; --accent-ink: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8edf3; --soft: #9fb0c1; --paper: #10161d; --card: #19222c; --line: #2d3a48;
          --accent: #6cb2ff; --accent-ink: #0a1520; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
header.bar { background: var(--accent); color: var(--accent-ink); padding: .6rem 1.2rem; font-weight: 600; }
header.bar a { color: inherit; text-decoration: none; }
main { max-width: 64rem; margin: 1.5rem auto; padding: 0 1rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.2rem;
          margin-bottom: 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .2rem; } h2 { font-size: 1.1rem; margin: 0 0 .6rem; }
p.kind { color: var(--soft); margin: 0; }
dl { display: grid; grid-template-columns: minmax(9rem, 14rem) 1fr; gap: .25rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top;
         overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 500; }
a { color: var(--accent); }
article { border-bottom: 1px solid var(--line); padding: .6rem 0; } article:last-child { border: 0; }
article p { margin: .2rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.soft { color: var(--soft); }
label { display: block; margin: .5rem 0; color: var(--soft); }
input { display: block; width: 100%; max-width: 28rem; padding: .45rem .6rem; font: inherit; color: var(--ink);
        background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; }
button { font: inherit; font-weight: 600; padding: .7rem 2.2rem; border-radius: .5rem; border: 1px solid var(--accent);
         background: var(--card); color: var(--accent); cursor: pointer; margin-right: .8rem; }
button.first { background: var(--accent); color: var(--accent-ink); }
)";

} // namespace

QByteArray htmlPage(const QString& title, const QString& content)
{
    const QString page =
        u"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"_s
        + title.toHtmlEscaped() + u"</title><style>"_s + QString::fromLatin1(styleSheet)
        + u"</style></head><body><header class=\"bar\"><a href=\"/lightning/page/home\">Acme "
          u"Telecom &middot; sandbox org"
          "</a></header><main>"_s
        + content + u"</main></body></html>\n"_s;
    return page.toUtf8();
}

QByteArray approvalPage(const QString& requestId, const QString& user, const QStringList& scopes)
{
    QString list;
    for (const QString& scope : scopes)
        list += u"<li>"_s + scope.toHtmlEscaped() + u"</li>"_s;
    return htmlPage(
        u"Allow Access?"_s,
        u"<section><h1>Allow Access?</h1><p><strong>Cloud One Companion</strong> asks to work with "
        "this org as <strong>"_s
            + user.toHtmlEscaped() + u"</strong>:</p><ul>"_s + list
            + u"</ul><form method=\"post\" action=\"/services/oauth2/approve\"><input "
              u"type=\"hidden\" "
              "name=\"request\" value=\""_s
            + requestId.toHtmlEscaped()
            + u"\"><button class=\"first\" id=\"allow\" name=\"decision\" value=\"allow\" "
              u"type=\"submit\" "
              "autofocus>Allow</button><button id=\"deny\" name=\"decision\" value=\"deny\" "
              "type=\"submit\">Deny</button></form></section>"_s);
}

QByteArray authorizationErrorPage(const QString& error, const QString& description)
{
    return htmlPage(
        u"Authorization error"_s,
        u"<section><h1>We can't authorize you because of an OAuth error.</h1><p>For more "
        u"information, "
        "contact your Salesforce administrator.</p><p class=\"soft\">OAUTH_AUTHORIZATION_ERROR</p><p>error="_s
            + error.toHtmlEscaped() + u"&amp;error_description="_s + description.toHtmlEscaped()
            + u"</p></section>"_s);
}

} // namespace companion::sandbox
