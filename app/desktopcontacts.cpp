// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialogs that make a record for a number, or find it one.
#include "app/core/async.h"
#include "app/desktop.h"
#include "ui/bringup.h"
#include "ui/dialogs/pickrecorddialog.h"
#include "ui/text/historytext.h"

namespace companion {

void Desktop::connectCreation()
{
    connect(&m_addContactDesk, &AddContactDesk::openRequested, this, &Desktop::openCreated);
    connect(&m_addContactDesk, &AddContactDesk::openExistingRequested, this, &Desktop::openRecord);
    connect(&m_addContactDesk, &AddContactDesk::searchInsteadRequested, this, &Desktop::pickRecord);
}

//! Once, although a popup may have been faster.
void Desktop::openCreated(const CallId& call, const CrmMatch& match)
{
    const auto card = m_desk.calls.card(call);
    if (card && card->recordOpenedAt.isValid())
        return;
    if (!m_desk.calls.openRecord(call, match.record))
        openRecord(match.record); // of no call
}

void Desktop::pickRecord(const CallId& call, const QString& number)
{
    if (!m_pickRecord) {
        m_pickRecord = std::make_unique<PickRecordDialog>();
        auto* dialog = m_pickRecord.get();
        connect(dialog, &PickRecordDialog::chosen, this, &Desktop::assign);
        connect(dialog, &PickRecordDialog::searchRequested, this, [this](const QString& typed) {
            searchRecords(typed, [this, typed](const Result<QList<CrmMatch>>& found) {
                m_pickRecord->setFound(typed, found);
            });
        });
    }
    m_pickRecord->startFor(call,
                           text::shownNumber(number, text::numberLook(m_desk.settings.settings())));
    bringUp(m_pickRecord.get());
}

void Desktop::searchRecords(const QString& typed,
                            const std::function<void(const Result<QList<CrmMatch>>&)>& then)
{
    async::onReady(m_desk.lookup.searchByHand(typed), this, then);
}

} // namespace companion
