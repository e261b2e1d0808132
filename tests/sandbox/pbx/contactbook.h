// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/http/httpmessage.h"

#include <QMap>

namespace companion::sandbox {

//! \brief Company contacts and phonebooks of the PBX (cloudone-pbx-api.md A9).
class ContactBook
{
public:
    ContactBook();
    void clear();

    //! \brief Requests below company_contact/; \p verb is what follows.
    QJsonObject contacts(const QString& verb, const HttpRequest& request);
    //! \brief Requests below phonebook/.
    QJsonObject phonebooks(const QString& verb, const HttpRequest& request);
    //! \brief Every phonebook with its contacts.
    [[nodiscard]] QJsonArray report() const;

private:
    QJsonObject createContact(const QJsonObject& order);
    QJsonObject updateContact(const QJsonObject& order);
    QJsonObject createPhonebook(const QJsonObject& order);
    QJsonObject updatePhonebook(const QJsonObject& order);
    [[nodiscard]] QJsonObject contactRow(int id) const;
    [[nodiscard]] QJsonObject phonebookRow(int id) const;
    [[nodiscard]] QJsonObject wholePhonebook(int id) const;
    void enter(int contact, const QList<int>& phonebooks);
    [[nodiscard]] bool isUsed(const QString& phonebookName, int exceptId) const;

    struct Phonebook
    {
        QString name;
        bool everybody = false;
        QList<int> members;
    };

    QMap<int, QJsonObject> m_contacts;
    QMap<int, Phonebook> m_phonebooks;
    int m_nextContact = 1;
    int m_nextPhonebook = 1;
};

} // namespace companion::sandbox
