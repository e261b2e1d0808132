// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/addcontactdesk.h"

#include "app/core/async.h"
#include "app/flow/createflow.h"
#include "ui/bringup.h"
#include "ui/dialogs/addcontactdialog.h"

namespace companion {

AddContactDesk::AddContactDesk(CreateFlow& creation, CrmLink& crm, QObject* parent)
    : QObject(parent), m_creation(creation), m_crm(crm)
{
    connect(&creation, &CreateFlow::created, this, &AddContactDesk::onCreated);
    connect(&creation, &CreateFlow::duplicatesFound, this,
            [this](const CallId& call, const CreateAnswer& answer) {
                if (auto* dialog = takeAnswer(call))
                    dialog->showDuplicates(answer);
            });
    connect(&creation, &CreateFlow::failed, this, [this](const CallId& call, const Error& error) {
        if (auto* dialog = takeAnswer(call))
            dialog->showError(error);
    });
}

AddContactDesk::~AddContactDesk() = default;

void AddContactDesk::show(const CallId& call, const QString& number)
{
    if (!m_dialog) {
        m_dialog = std::make_unique<AddContactDialog>();
        auto* dialog = m_dialog.get();
        connect(dialog, &AddContactDialog::saveRequested, this, &AddContactDesk::save);
        connect(dialog, &AddContactDialog::objectChanged, this, &AddContactDesk::loadFields);
        connect(dialog, &AddContactDialog::openExistingRequested, this,
                &AddContactDesk::openExistingRequested);
        connect(dialog, &AddContactDialog::searchInsteadRequested, this, [this] {
            m_dialog->reject();
            Q_EMIT searchInsteadRequested(m_call, m_number);
        });
    }
    m_dialog->setLook(text::numberLook(m_settings));
    if (m_number != number)
        m_dialog->startFor(number, m_settings.createObject);
    m_call = call;
    m_number = number;
    loadFields(m_dialog->object());
    bringUp(m_dialog.get());
}

void AddContactDesk::loadFields(const QString& object)
{
    async::onReady(m_crm.fieldsToCreate(object), this,
                   [this, object](const Result<QList<CrmField>>& fields) {
                       if (fields)
                           m_dialog->setFields(object, *fields);
                       else if (m_dialog->object() == object)
                           m_dialog->showError(fields.error());
                   });
}

void AddContactDesk::save(const NewRecord& record)
{
    m_savings.insert(m_call, {.number = m_number, .opensAfter = m_dialog->opensAfterSaving()});
    m_dialog->setBusy(true);
    m_creation.createByHand(m_call, m_number, record);
}

AddContactDialog* AddContactDesk::takeAnswer(const CallId& call)
{
    const auto saving = m_savings.constFind(call);
    if (saving == m_savings.cend())
        return nullptr;
    const bool isShown = saving->number == m_number;
    m_savings.erase(saving);
    return isShown ? m_dialog.get() : nullptr;
}

void AddContactDesk::onCreated(const CallId& call, const CrmMatch& match, Creation how)
{
    if (!m_savings.contains(call))
        return; // by itself: what is being typed stays
    const bool opensAfter = m_savings.value(call).opensAfter;
    auto* dialog = takeAnswer(call);
    if (how == Creation::Automatic) { // it was faster, and what was typed did not go out
        if (dialog)
            dialog->showDuplicates({.created = {}, .duplicates = {match}, .mayCreateAnyway = true});
        return;
    }
    if (dialog) {
        dialog->setBusy(false);
        dialog->accept();
    }
    if (opensAfter)
        Q_EMIT openRequested(call, match);
}

} // namespace companion
