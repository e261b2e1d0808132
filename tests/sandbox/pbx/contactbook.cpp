// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/contactbook.h"

#include "tests/sandbox/pbx/callarchive.h"
#include "tests/sandbox/pbx/wording.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    // What create takes, and what list gives back for it.
    constexpr std::array kNumberTypes{
        std::pair{"business_number", "business"},  std::pair{"business_number2", "business2"},
        std::pair{"business_fax", "business_fax"}, std::pair{"mobile_number", "mobile"},
        std::pair{"mobile_number2", "mobile2"},    std::pair{"home_number", "home"},
        std::pair{"home_number2", "home2"},        std::pair{"home_fax", "home_fax"},
        std::pair{"other_number", "other"},
    };

    std::optional<QString> columnFor(const QString& numberType)
    {
        for (const auto& [type, column] : kNumberTypes) {
            if (numberType == QLatin1StringView(type))
                return QString::fromLatin1(column);
        }
        return std::nullopt;
    }

    //! \brief Puts the order's fields into a contact; the refusal, if one of them is wrong.
    std::optional<QJsonObject> fill(QJsonObject& contact, const QJsonObject& order)
    {
        for (const auto& key :
             {u"first_name"_s, u"last_name"_s, u"company"_s, u"email"_s, u"remark"_s}) {
            if (order.contains(key))
                contact.insert(key, order.value(key).toString());
        }
        const auto name = QString(contact.value("first_name"_L1).toString() + u' '
                                  + contact.value("last_name"_L1).toString());
        contact.insert("contact_name"_L1, name.trimmed());
        if (!order.contains("number_list"_L1))
            return std::nullopt;
        for (const auto& [type, column] : kNumberTypes)
            contact.insert(QLatin1StringView(column), QString());
        const auto numbers = order.value("number_list"_L1).toArray();
        for (const auto& entry : numbers) {
            const auto column = columnFor(entry["num_type"_L1].toString());
            const auto number = entry["number"_L1].toString();
            if (!column || number.isEmpty())
                return parameterRefusal(column ? u"number"_s : u"num_type"_s, u"value"_s);
            contact.insert(*column, number);
        }
        return std::nullopt;
    }

    bool mentions(const QJsonObject& row, const QString& words)
    {
        return std::any_of(row.constBegin(), row.constEnd(), [&words](const QJsonValue& value) {
            return value.isString() && value.toString().contains(words, Qt::CaseInsensitive);
        });
    }

    QList<int> ids(const QJsonValue& list)
    {
        QList<int> numbers;
        const auto array = list.toArray();
        for (const auto& value : array)
            numbers.append(value.toInt());
        return numbers;
    }

} // namespace

ContactBook::ContactBook()
{
    clear();
}

void ContactBook::clear()
{
    m_contacts.clear();
    m_phonebooks.clear();
    m_nextContact = 1;
    m_phonebooks.insert(1, {u"Default_All_Contacts"_s, true, {}});
    m_nextPhonebook = 2;
}

QJsonObject ContactBook::contacts(const QString& verb, const HttpRequest& request)
{
    const auto order = request.jsonObject();
    if (verb == "create"_L1)
        return createContact(order);
    if (verb == "update"_L1)
        return updateContact(order);
    const int id = order.contains("id"_L1) ? order.value("id"_L1).toInt()
                                           : request.queryValue(u"id"_s).toInt();
    if (verb == "get"_L1)
        return m_contacts.contains(id) ? success({{u"data"_s, contactRow(id)}}) : refusal(70128);
    if (verb == "delete"_L1) {
        for (auto& phonebook : m_phonebooks)
            phonebook.members.removeAll(id);
        return m_contacts.remove(id) > 0 ? success() : refusal(70128);
    }
    QJsonArray rows;
    const auto words = request.queryValue(u"search_value"_s);
    for (auto it = m_contacts.cbegin(); it != m_contacts.cend(); ++it) {
        if (verb == "list"_L1 || mentions(it.value(), words))
            rows.append(contactRow(it.key()));
    }
    return pageOf(rows, request);
}

QJsonObject ContactBook::createContact(const QJsonObject& order)
{
    if (order.value("first_name"_L1).toString().isEmpty())
        return parameterRefusal(u"first_name"_s, u"required"_s);
    if (order.value("number_list"_L1).toArray().isEmpty())
        return parameterRefusal(u"number_list"_s, u"required"_s);
    QJsonObject contact;
    if (auto refused = fill(contact, order))
        return *refused;
    const int id = m_nextContact++;
    m_contacts.insert(id, contact);
    enter(id, ids(order.value("phonebook_id_list"_L1)));
    return success({{u"id"_s, id}});
}

QJsonObject ContactBook::updateContact(const QJsonObject& order)
{
    const auto found = m_contacts.find(order.value("id"_L1).toInt());
    if (found == m_contacts.end())
        return refusal(70128);
    auto changed = *found;
    if (auto refused = fill(changed, order))
        return *refused;
    *found = changed;
    if (order.contains("phonebook_id_list"_L1))
        enter(order.value("id"_L1).toInt(), ids(order.value("phonebook_id_list"_L1)));
    return success();
}

void ContactBook::enter(int contact, const QList<int>& phonebooks)
{
    for (auto it = m_phonebooks.begin(); it != m_phonebooks.end(); ++it) {
        it->members.removeAll(contact);
        if (phonebooks.contains(it.key()))
            it->members.append(contact);
    }
}

QJsonObject ContactBook::contactRow(int id) const
{
    auto row = m_contacts.value(id);
    row.insert("id"_L1, id);
    row.remove("first_name"_L1);
    row.remove("last_name"_L1);
    QJsonArray phonebooks;
    for (auto it = m_phonebooks.cbegin(); it != m_phonebooks.cend(); ++it) {
        if (it->everybody || it->members.contains(id))
            phonebooks.append(QJsonObject{{u"id"_s, it.key()}, {u"name"_s, it->name}});
    }
    row.insert("phonebook_list"_L1, phonebooks);
    return row;
}

QJsonObject ContactBook::phonebooks(const QString& verb, const HttpRequest& request)
{
    const auto order = request.jsonObject();
    if (verb == "create"_L1)
        return createPhonebook(order);
    if (verb == "update"_L1)
        return updatePhonebook(order);
    const int id = order.contains("id"_L1) ? order.value("id"_L1).toInt()
                                           : request.queryValue(u"id"_s).toInt();
    if (verb == "get"_L1)
        return m_phonebooks.contains(id) ? success({{u"data"_s, wholePhonebook(id)}})
                                         : refusal(70093);
    if (verb == "delete"_L1) {
        if (m_phonebooks.value(id).everybody)
            return refusal(70084);
        return m_phonebooks.remove(id) > 0 ? success() : refusal(70093);
    }
    QJsonArray rows;
    const auto words = request.queryValue(u"search_value"_s);
    for (auto it = m_phonebooks.cbegin(); it != m_phonebooks.cend(); ++it) {
        if (verb == "list"_L1 || it->name.contains(words, Qt::CaseInsensitive))
            rows.append(phonebookRow(it.key()));
    }
    return pageOf(rows, request);
}

bool ContactBook::isUsed(const QString& phonebookName, int exceptId) const
{
    for (auto it = m_phonebooks.cbegin(); it != m_phonebooks.cend(); ++it) {
        if (it.key() != exceptId && it->name == phonebookName)
            return true;
    }
    return false;
}

QJsonObject ContactBook::createPhonebook(const QJsonObject& order)
{
    const auto name = order.value("name"_L1).toString();
    const auto select = order.value("member_select"_L1).toString();
    if (name.isEmpty())
        return parameterRefusal(u"name"_s, u"required"_s);
    if (select != "sel_all"_L1 && select != "sel_specific"_L1)
        return parameterRefusal(u"member_select"_s, u"value"_s);
    if (isUsed(name, 0)) {
        auto refused = refusal(40003);
        const QJsonObject field{{u"field"_s, u"name"_s}, {u"value"_s, name}};
        refused.insert("duplicate_field_list"_L1, QJsonArray{field});
        return refused;
    }
    const int id = m_nextPhonebook++;
    m_phonebooks.insert(
        id, {name, select == "sel_all"_L1, ids(order.value("add_contacts_id_list"_L1))});
    return success({{u"id"_s, id}});
}

QJsonObject ContactBook::updatePhonebook(const QJsonObject& order)
{
    const int id = order.value("id"_L1).toInt();
    const auto found = m_phonebooks.find(id);
    if (found == m_phonebooks.end())
        return refusal(70093);
    const auto name = order.value("name"_L1).toString(found->name);
    if (isUsed(name, id))
        return refusal(40003);
    found->name = name;
    const auto added = ids(order.value("add_contacts_id_list"_L1));
    for (const int contact : added) {
        if (!found->members.contains(contact))
            found->members.append(contact);
    }
    const auto deleted = ids(order.value("del_contacts_id_list"_L1));
    for (const int contact : deleted)
        found->members.removeAll(contact);
    return success();
}

QJsonObject ContactBook::wholePhonebook(int id) const
{
    auto row = phonebookRow(id);
    QJsonArray members;
    for (auto it = m_contacts.cbegin(); it != m_contacts.cend(); ++it) {
        if (!m_phonebooks[id].everybody && !m_phonebooks[id].members.contains(it.key()))
            continue;
        auto contact = contactRow(it.key());
        contact.remove("phonebook_list"_L1);
        members.append(contact);
    }
    row.insert("contacts_list"_L1, members);
    return row;
}

QJsonArray ContactBook::report() const
{
    QJsonArray books;
    for (auto it = m_phonebooks.cbegin(); it != m_phonebooks.cend(); ++it)
        books.append(wholePhonebook(it.key()));
    return books;
}

QJsonObject ContactBook::phonebookRow(int id) const
{
    const auto& phonebook = m_phonebooks[id];
    const auto total = phonebook.everybody ? m_contacts.size() : phonebook.members.size();
    return {{u"id"_s, id},
            {u"name"_s, phonebook.name},
            {u"member_select"_s, phonebook.everybody ? u"sel_all"_s : u"sel_specific"_s},
            {u"total"_s, int(total)}};
}

} // namespace companion::sandbox
