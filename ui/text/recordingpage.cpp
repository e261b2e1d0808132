// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/recordingpage.h"

#include "ui/text/calltext.h"
#include "ui/text/errortext.h"
#include "ui/text/plaintext.h"
#include "ui/text/recordingerrortext.h"
#include "ui/theme.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QLocale>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct RecordingPageText
    {
        Q_DECLARE_TR_FUNCTIONS(RecordingPageText)
    };

    QString variables(const Colours& c)
    {
        return u"--window:%1;--surface:%2;--sunken:%3;--border:%4;--text:%5;--muted:%6;--accent:%7;--tint:%8;--warning:%9"_s
            .arg(c.window.name(), c.surface.name(), c.sunken.name(), c.border.name(), c.text.name(),
                 c.muted.name(), c.accent.name(), c.accentTint.name(), c.warning.name())
            .append(u";--warning-tint:"_s + c.warningTint.name());
    }

    QByteArray style()
    {
        const QString rules = uR"(
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;background:var(--window);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{width:100%;max-width:34rem;background:var(--surface);border:1px solid var(--border);border-radius:1rem;padding:1.75rem;box-shadow:0 .5rem 2rem rgba(0,0,0,.08)}
header{display:flex;gap:1rem;align-items:center}
.mark{flex:none;width:3rem;height:3rem;display:grid;place-items:center;border-radius:50%;background:var(--tint);color:var(--accent)}
.mark.bad{background:var(--warning-tint);color:var(--warning)}
h1{margin:0;font-size:1.35rem;line-height:1.25;overflow-wrap:anywhere}
p{margin:0;overflow-wrap:anywhere}
.muted{color:var(--muted)}
.facts{margin:1.25rem 0 0;color:var(--muted)}
audio{display:block;width:100%;margin-top:1.25rem}
.said{margin-top:1.25rem;padding:.9rem 1.1rem;border-radius:.6rem;background:var(--sunken)}
.actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
.actions a{display:inline-block;padding:.45rem 1.1rem;border-radius:.5rem;border:1px solid var(--accent);color:var(--accent);text-decoration:none;font-weight:600}
.actions a:hover{background:var(--tint)}
a:focus-visible,audio:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.bar{height:.3rem;margin-top:1.25rem;border-radius:.15rem;overflow:hidden;background:var(--sunken)}
.bar::before{content:"";display:block;width:35%;height:100%;border-radius:inherit;background:var(--accent);animation:go 1.4s ease-in-out infinite alternate}
@keyframes go{from{transform:translateX(0)}to{transform:translateX(186%)}}
@media (prefers-reduced-motion:reduce){.bar::before{width:100%;animation:none;opacity:.5}}
footer{margin-top:1.5rem;padding-top:1rem;border-top:1px solid var(--border);font-size:.85rem;color:var(--muted)}
)"_s;
        return u":root{color-scheme:light dark;%1}@media (prefers-color-scheme:dark){:root{%2}}%3"_s
            .arg(variables(lightColours()), variables(darkColours()), rules)
            .toUtf8();
    }

    //! A player that stays dead says nothing: the sentence comes in its place.
    QByteArray script()
    {
        return "document.querySelector('audio')?.addEventListener('error',()=>{"
               "document.querySelector('audio').hidden=true;"
               "document.getElementById('unplayable').hidden=false;});";
    }

    QByteArray hashOf(const QByteArray& code)
    {
        return "'sha256-" + QCryptographicHash::hash(code, QCryptographicHash::Sha256).toBase64()
            + '\'';
    }

    //! Text set apart from the direction of what stands around it.
    QString bdi(const QString& text)
    {
        return u"<bdi>"_s + text.toHtmlEscaped() + u"</bdi>"_s;
    }

    QString when(const QDateTime& at)
    {
        const auto local = at.toLocalTime();
        return at.isValid()
            ? QString(QLocale().toString(local.date(), QLocale::LongFormat) + u", "_s
                      + QLocale().toString(local.time(), QLocale::ShortFormat))
            : QString();
    }

    QString heading(const RecordingPage& page)
    {
        return page.row ? rowParty(*page.row, page.look)
                        : RecordingPageText::tr("Recording not available");
    }

    QString headerHtml(const RecordingPage& page)
    {
        const QString detail = page.row ? rowPartyDetail(*page.row, page.look) : QString();
        const bool isBad = page.state == RecordingPage::State::Failed;
        const QString mark = isBad
            ? u"M12 7v6M12 16.8v.2"_s
            : u"M4.5 9.5v5h3.5l4.5 4v-13L8 9.5zM16 9a4.2 4.2 0 0 1 0 6M18.3 6.5a7.8 7.8 0 0 1 0 11"_s;
        return uR"(<header><div class="mark%4"><svg viewBox="0 0 24 24" width="26" height="26" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="%1"/></svg></div><div><h1>%2</h1>%3</div></header>)"_s
            .arg(mark, bdi(heading(page)),
                 detail.isEmpty() ? QString() : u"<p class=\"muted\">%1</p>"_s.arg(bdi(detail)),
                 isBad ? u" bad"_s : QString());
    }

    QString factsHtml(const HistoryRow& row, const NumberLook& look)
    {
        const auto& call = row.call;
        QStringList facts{rowWay(call, look), rowResult(row)};
        facts.removeAll(QString());
        return u"<p class=\"facts\">%1<br>%2</p>"_s.arg(bdi(facts.join(u" · "_s)),
                                                        when(call.startedAt).toHtmlEscaped());
    }

    QString linkHtml(const QString& path, const QString& label, const QString& saveName = {})
    {
        const QString download =
            saveName.isEmpty() ? QString() : u" download=\"%1\""_s.arg(saveName.toHtmlEscaped());
        return u"<a href=\"%1\"%2>%3</a>"_s.arg(path.toHtmlEscaped(), download,
                                                label.toHtmlEscaped());
    }

    QString playerHtml(const RecordingPage& page)
    {
        return uR"(<audio controls autofocus preload="metadata" src="%1" aria-label="%2"></audio>
<p class="said" id="unplayable" role="alert" hidden>%3</p>
<div class="actions">%4</div>)"_s.arg(
            page.audioPath.toHtmlEscaped(),
            RecordingPageText::tr("Recording of this call").toHtmlEscaped(),
            RecordingPageText::tr("The browser cannot play this recording. Reload the page; if "
                                  "that does not help, save the recording and play it with "
                                  "another program.")
                .toHtmlEscaped(),
            linkHtml(page.audioPath, RecordingPageText::tr("Save recording"), page.saveName));
    }

    QString waitingHtml(const RecordingPage& page)
    {
        const bool isBeingMade = page.problem && page.problem->code == "not_ready"_L1;
        const QString said = isBeingMade
            ? RecordingPageText::tr("The PBX has not finished this recording yet. It plays here as "
                                    "soon as it is ready.")
            : RecordingPageText::tr("The recording is being fetched from the PBX…");
        return u"<div class=\"bar\" aria-hidden=\"true\"></div><p class=\"said\" role=\"status\">%1</p>"_s
            .arg(said.toHtmlEscaped());
    }

    QString failedHtml(const RecordingPage& page)
    {
        const auto problem = page.problem.value_or(Error{});
        const QString again = recordingMayComeYet(problem)
            ? u"<div class=\"actions\">%1</div>"_s.arg(
                linkHtml(page.pagePath, RecordingPageText::tr("Try again")))
            : QString();
        return u"<p class=\"said\" role=\"alert\">%1</p>%2"_s.arg(
            sentence(problem, Place::Recording).toHtmlEscaped(), again);
    }

    QString contentHtml(const RecordingPage& page)
    {
        switch (page.state) {
        case RecordingPage::State::Playable:
            return playerHtml(page);
        case RecordingPage::State::Waiting:
            return waitingHtml(page);
        case RecordingPage::State::Failed:
            break;
        }
        return failedHtml(page);
    }

} // namespace

QByteArray recordingPage(const RecordingPage& page)
{
    const QString title = page.row ? RecordingPageText::tr("Recording: %1, %2", "who, when")
                                         .arg(heading(page), when(page.row->call.startedAt))
                                   : heading(page);
    const QString refresh = page.state == RecordingPage::State::Waiting
        ? u"<meta http-equiv=\"refresh\" content=\"2\">"_s
        : QString();
    const QString direction = QGuiApplication::isRightToLeft() ? u"rtl"_s : u"ltr"_s;
    // In one piece: a name that holds "%1" must not be taken for a place to fill.
    return uR"(<!doctype html><html lang="%1" dir="%2"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">%3<title>%4</title><style>%5</style></head>
<body><main>%6%7%8<footer>%9</footer></main>)"_s
               .arg(QLocale().bcp47Name().toHtmlEscaped(), direction, refresh,
                    title.toHtmlEscaped(), QString::fromUtf8(style()), headerHtml(page),
                    page.row ? factsHtml(*page.row, page.look) : QString(), contentHtml(page),
                    RecordingPageText::tr("Cloud One Companion · plays on this computer only")
                        .toHtmlEscaped())
               .toUtf8()
        + "<script>" + script() + "</script></body></html>\n";
}

QByteArray recordingPagePolicy()
{
    return "img-src data:; media-src 'self'; style-src " + hashOf(style()) + "; script-src "
        + hashOf(script());
}

} // namespace companion::text
