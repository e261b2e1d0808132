// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialogs that make a record for a number, or find it one; and who carries out what is wished
// there.
#include "app/core/async.h"
#include "app/desktop.h"
#include "ui/bringup.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/pickrecorddialog.h"
#include "ui/text/historytext.h"

#include <utility>

namespace companion {

void Desktop::connectCreation()
{
    auto& creation = m_desk.creation;
    connect(&creation, &CreateFlow::created, this,
            [this](const CallId& call, const CrmMatch& match) {
                if (!m_addContact || call != m_addContactCall)
                    return;
                m_addContact->setBusy(false);
                m_addContact->accept();
                if (std::exchange(m_openAfterSaving, false))
                    openCreated(call, match);
            });
    connect(&creation, &CreateFlow::duplicatesFound, this,
            [this](const CallId& call, const CreateAnswer& answer) {
                if (m_addContact && call == m_addContactCall)
                    m_addContact->showDuplicates(answer);
            });
    connect(&creation, &CreateFlow::failed, this, [this](const CallId& call, const Error& error) {
        if (m_addContact && call == m_addContactCall)
            m_addContact->showError(error);
    });
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

void Desktop::addContact(const CallId& call, const QString& number)
{
    if (!m_addContact) {
        m_addContact = std::make_unique<AddContactDialog>();
        auto* dialog = m_addContact.get();
        connect(dialog, &AddContactDialog::saveRequested, this, &Desktop::saveContact);
        connect(dialog, &AddContactDialog::objectChanged, this, &Desktop::loadFields);
        connect(dialog, &AddContactDialog::openExistingRequested, this, &Desktop::openRecord);
        connect(dialog, &AddContactDialog::searchInsteadRequested, this, [this] {
            m_addContact->reject();
            pickRecord(m_addContactCall, m_addContactNumber);
        });
    }
    m_addContact->setLook(text::numberLook(m_desk.settings.settings()));
    if (m_addContactNumber != number)
        m_addContact->startFor(number, m_desk.settings.settings().createObject);
    m_addContactCall = call;
    m_addContactNumber = number;
    loadFields(m_addContact->object());
    bringUp(m_addContact.get());
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

void Desktop::loadFields(const QString& object)
{
    async::onReady(m_desk.crm.fieldsToCreate(object), this,
                   [this, object](const Result<QList<CrmField>>& fields) {
                       if (fields && m_addContact)
                           m_addContact->setFields(object, *fields);
                       else if (m_addContact && m_addContact->object() == object)
                           m_addContact->showError(fields.error());
                   });
}

void Desktop::saveContact(const NewRecord& record)
{
    m_openAfterSaving = m_addContact->opensAfterSaving();
    m_addContact->setBusy(true);
    m_desk.creation.createByHand(m_addContactCall, m_addContactNumber, record);
}

} // namespace companion
