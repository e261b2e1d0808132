// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is wished in the history and in the follow-up dialog, and who carries it out.
#include "app/core/async.h"
#include "app/desktop.h"
#include "app/platform/browser.h"
#include "ui/bringup.h"
#include "ui/dialogs/followupdialog.h"
#include "ui/history/historywindow.h"
#include "ui/text/calltext.h"
#include "ui/text/errortext.h"
#include "ui/tray/trayicon.h"

#include <QApplication>
#include <QClipboard>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr int historyPage = 200;

} // namespace

void Desktop::openRecord(const RecordId& record)
{
    openPage(m_desk.crm.recordUrl(record));
}

void Desktop::openPage(const QUrl& url)
{
    if (m_desk.crm.isOwnUrl(url))
        platform::openInBrowser(url);
    else if (url.isEmpty() && m_desk.crm.status().state != LinkState::Connected)
        tell(text::sentence(Error{Error::Kind::Unauthorized, u"no address yet"_s, u"signed_out"_s},
                            text::Place::Lookup));
}

void Desktop::completeRecord(const RecordId& record)
{
    auto url = m_desk.crm.recordUrl(record);
    auto path = url.path();
    if (path.endsWith("/view"_L1))
        url.setPath(path.replace(path.size() - 4, 4, u"edit"_s)); // the page's own form
    openPage(url);
}

void Desktop::assign(const CallId& call, const RecordId& record)
{
    async::onReady(m_desk.crm.record(record), this, [this, call](const Result<CrmMatch>& match) {
        if (match)
            m_desk.calls.assign(call, *match);
        else
            tell(text::sentence(match.error(), text::Place::Lookup));
    });
}

void Desktop::connectHistory(HistoryWindow* window)
{
    connect(window, &HistoryWindow::moreRequested, this,
            [this](const HistoryQuery& query) { m_history->addRows(m_desk.store.history(query)); });
    connect(window, &HistoryWindow::callBackRequested, this, &Desktop::dialFrom);
    connect(window, &HistoryWindow::openRecordRequested, this, &Desktop::openRecord);
    connect(window, &HistoryWindow::completeRequested, this, &Desktop::completeRecord);
    connect(window, &HistoryWindow::addContactRequested, &m_addContactDesk, &AddContactDesk::show);
    connect(window, &HistoryWindow::retryRequested, &m_desk.journal, &JournalFlow::retry);
    connect(window, &HistoryWindow::logNowRequested, &m_desk.calls, &CallFlow::logNow);
    connect(window, &HistoryWindow::assignRequested, this, &Desktop::assign);
    connect(window, &HistoryWindow::noteEdited, &m_desk.calls, &CallFlow::editNote);
    connect(window, &HistoryWindow::outcomeChosen, &m_desk.calls, &CallFlow::chooseOutcome);
    connect(&m_desk.calls, &CallFlow::outcomesChanged, window, &HistoryWindow::setOutcomes);
    window->setOutcomes(m_desk.calls.outcomes());
    connect(window, &HistoryWindow::playRecordingRequested, this, [this](const CallId& call) {
        const auto row = m_desk.calls.row(call);
        const auto played = row ? m_desk.player.play(row->call)
                                : Result<Done>(Error{Error::Kind::NotFound, u"no such call"_s});
        if (!played)
            m_history->showRecordingError(call, played.error());
    });
    connect(window, &HistoryWindow::saveRecordingRequested, this, &Desktop::saveRecording);
    connect(window, &HistoryWindow::followUpRequested, this, &Desktop::askFollowUp);
    connect(window, &HistoryWindow::recordSearchRequested, this, [this](const QString& typed) {
        searchRecords(typed, [this, typed](const Result<QList<CrmMatch>>& found) {
            m_history->setFoundRecords(typed, found);
        });
    });
    connect(window, &HistoryWindow::copyRequested, this,
            [](const QString& number) { QApplication::clipboard()->setText(number); });
    connect(window, &HistoryWindow::signInRequested, this, [this] { showSignIn(); });
}

void Desktop::refreshPending()
{
    const int count = m_desk.journal.pendingCount();
    m_tray->setPending(count);
    if (m_history)
        m_history->setPending(count);
}

bool Desktop::isShowingHome() const
{
    return m_history && m_history->isVisible();
}

void Desktop::showHistory()
{
    if (!m_history) {
        m_history = std::make_unique<HistoryWindow>();
        m_history->setLook(m_desk.settings.settings());
        connectHistory(m_history.get());
    }
    m_history->setRows(m_desk.store.history({.limit = historyPage}));
    refreshStatus();
    bringUp(m_history.get());
}

void Desktop::saveRecording(const CallId& call, const QString& path)
{
    const auto row = m_desk.calls.row(call);
    if (!row)
        return;
    async::onReady(m_desk.player.save(row->call, path), this,
                   [this, call, path](const Result<Done>& saved) {
                       if (saved)
                           m_history->showRecordingSaved(call, path);
                       else
                           m_history->showRecordingError(call, saved.error());
                   });
}

void Desktop::askFollowUp(const CallId& call)
{
    const auto row = m_desk.calls.row(call);
    if (!row)
        return;
    const auto look = text::numberLook(m_desk.settings.settings());
    auto* dialog = new FollowUpDialog(text::rowParty(*row, look), QDate::currentDate());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FollowUpDialog::saveRequested, this,
            [this, call, dialog](const QString& subject, const QDate& due) {
                const auto now = m_desk.calls.row(call); // the note may have grown meanwhile
                const auto added = now ? m_desk.journal.addFollowUp(*now, subject, due)
                                       : Result<Done>(Error{Error::Kind::NotFound, {}});
                if (added)
                    dialog->accept();
                else
                    dialog->showError(text::sentence(added.error(), text::Place::Journal));
            });
    bringUp(dialog);
}

} // namespace companion
