// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"
#include "app/core/ports/crmlink.h"
#include "app/core/settings.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace companion {

class AddContactDialog;
class CreateFlow;

//! \brief *Add Contact to CRM* and what becomes of it: the form for one number at a time, and every
//! record that was asked for, however late the answer comes.
class AddContactDesk : public QObject
{
    Q_OBJECT

public:
    AddContactDesk(CreateFlow& creation, CrmLink& crm, QObject* parent = nullptr);
    ~AddContactDesk() override;

    void setSettings(const Settings& settings) { m_settings = settings; }
    //! \p call may be empty.
    void show(const CallId& call, const QString& number);
    //! Null until it was shown first.
    [[nodiscard]] AddContactDialog* dialog() const { return m_dialog.get(); }

Q_SIGNALS:
    //! It was saved, and is to be opened.
    void openRequested(const companion::CallId& call, const companion::CrmMatch& match);
    void openExistingRequested(const companion::RecordId& record);
    void searchInsteadRequested(const companion::CallId& call, const QString& number);

private:
    //! A record that was asked for.
    struct Saving
    {
        QString number;
        bool opensAfter = false;
    };

    void loadFields(const QString& object);
    void save(const NewRecord& record);
    void onCreated(const CallId& call, const CrmMatch& match, Creation how);
    //! The form, if it is still the one for what was asked for with \p call; that is over then.
    AddContactDialog* takeAnswer(const CallId& call);

    CreateFlow& m_creation;
    CrmLink& m_crm;
    Settings m_settings;
    std::unique_ptr<AddContactDialog> m_dialog;
    CallId m_call; //!< whom the form is for
    QString m_number;
    QHash<CallId, Saving> m_savings;
};

} // namespace companion
