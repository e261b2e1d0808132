// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The PBX's phonebooks and company contacts, for contact synchronisation (A9).
#include "app/core/async.h"
#include "app/core/teluri.h"
#include "app/pbx/cloudone/session.h"
#include "app/pbx/cloudone/wirevalue.h"

#include <array>
#include <memory>

namespace companion::pbx::cloudone {

using namespace Qt::StringLiterals;

namespace {

    constexpr int phonebooksAtOnce = 1000;
    constexpr qsizetype longestText = 127;

    //! What a person's numbers are filed under, the first one first: the PBX has a place for each.
    constexpr std::array numberTypes{
        "business_number"_L1, "mobile_number"_L1, "business_number2"_L1, "mobile_number2"_L1,
        "home_number"_L1,     "home_number2"_L1,  "other_number"_L1};

    QJsonArray numberList(const QStringList& numbers)
    {
        QJsonArray list;
        QStringList seen;
        for (const auto& number : numbers) {
            const auto request = readDialRequest(number);
            if (!request || seen.contains(request->number)
                || size_t(list.size()) >= numberTypes.size())
                continue;
            seen.append(request->number);
            list.append(QJsonObject{{u"num_type"_s, QString(numberTypes.at(size_t(list.size())))},
                                    {u"number"_s, request->number}});
        }
        return list;
    }

    QJsonObject toOrder(const QString& phonebook, const PbxContact& contact)
    {
        const QString name = contact.name.simplified();
        const auto space = name.lastIndexOf(u' ');
        QJsonObject order{
            {u"first_name"_s, (space < 0 ? name : name.left(space)).left(longestText)},
            {u"last_name"_s, (space < 0 ? QString() : name.mid(space + 1)).left(longestText)},
            {u"company"_s, contact.company.left(longestText)},
            {u"email"_s, contact.email.left(longestText)},
            {u"remark"_s, contact.remark.left(longestText)},
            {u"phonebook_id_list"_s, QJsonArray{phonebook.toInt()}},
            {u"number_list"_s, numberList(contact.numbers)}};
        if (!contact.id.isEmpty())
            order.insert("id"_L1, contact.id.toInt());
        return order;
    }

    QHash<QString, QString> contactsByRemark(const QJsonObject& phonebook)
    {
        QHash<QString, QString> found;
        const auto rows = phonebook["contacts_list"_L1].toArray();
        for (const auto& row : rows)
            if (const QString remark = textOf(row["remark"_L1]); !remark.isEmpty())
                found.insert(remark, textOf(row["id"_L1]));
        return found;
    }

} // namespace

QFuture<Result<PbxPhonebook>> Session::openPhonebook(const QString& name)
{
    auto promise = std::make_shared<async::Promise<PbxPhonebook>>();
    findPhonebook(name, 1, promise);
    return promise->future();
}

void Session::findPhonebook(const QString& name, int page,
                            const std::shared_ptr<async::Promise<PbxPhonebook>>& promise)
{
    const Api::Query query{{u"page"_s, QString::number(page)},
                           {u"page_size"_s, QString::number(phonebooksAtOnce)}};
    wish([this,
          query](const QString& token) { return m_api.get(u"phonebook/list"_s, token, query); },
         [this, name, page, promise](const Envelope& envelope) {
             if (!envelope)
                 return promise->finish(envelope.error());
             const auto rows = (*envelope)["data"_L1].toArray();
             for (const auto& row : rows)
                 if (textOf(row["name"_L1]) == name)
                     return readPhonebook(row.toObject(), promise);
             if (rows.size() >= phonebooksAtOnce)
                 return findPhonebook(name, page + 1, promise);
             makePhonebook(name, promise);
         });
}

void Session::readPhonebook(const QJsonObject& row,
                            const std::shared_ptr<async::Promise<PbxPhonebook>>& promise)
{
    PbxPhonebook phonebook{.id = textOf(row["id"_L1]),
                           .contacts = int(numberOf(row["total"_L1])),
                           .holdsEverybody = textOf(row["member_select"_L1]) == "sel_all"_L1};
    if (phonebook.contacts == 0 || phonebook.holdsEverybody)
        return promise->finish(phonebook);
    // Whose they are stands in their remarks.
    const Api::Query query{{u"id"_s, phonebook.id}};
    wish(
        [this, query](const QString& token) { return m_api.get(u"phonebook/get"_s, token, query); },
        [phonebook, promise](const Envelope& envelope) mutable {
            if (!envelope)
                return promise->finish(envelope.error());
            phonebook.byRemark = contactsByRemark((*envelope)["data"_L1].toObject());
            promise->finish(phonebook);
        });
}

void Session::makePhonebook(const QString& name,
                            const std::shared_ptr<async::Promise<PbxPhonebook>>& promise)
{
    const QJsonObject order{{u"name"_s, name},
                            {u"member_select"_s, u"sel_specific"_s},
                            {u"add_contacts_id_list"_s, QJsonArray()}};
    wish([this,
          order](const QString& token) { return m_api.post(u"phonebook/create"_s, token, order); },
         [promise](const Envelope& envelope) {
             if (!envelope)
                 return promise->finish(envelope.error());
             promise->finish(PbxPhonebook{.id = textOf((*envelope)["id"_L1]), .isNew = true});
         });
}

QFuture<Result<QString>> Session::saveContact(const QString& phonebook, const PbxContact& contact)
{
    auto promise = std::make_shared<async::Promise<QString>>();
    const auto order = toOrder(phonebook, contact);
    if (order["number_list"_L1].toArray().isEmpty() || order["first_name"_L1].toString().isEmpty())
        return async::ready<QString>(Error{Error::Kind::Rejected, u"no name or number"_s});
    const QString endpoint =
        contact.id.isEmpty() ? u"company_contact/create"_s : u"company_contact/update"_s;
    wish([this, endpoint,
          order](const QString& token) { return m_api.post(endpoint, token, order); },
         [promise, id = contact.id](const Envelope& envelope) {
             if (!envelope)
                 return promise->finish(envelope.error());
             promise->finish(id.isEmpty() ? textOf((*envelope)["id"_L1]) : id);
         });
    return promise->future();
}

QFuture<Result<Done>> Session::removeContact(const QString& id)
{
    auto promise = std::make_shared<async::Promise<Done>>();
    const Api::Query query{{u"id"_s, id}};
    wish([this, query](
             const QString& token) { return m_api.get(u"company_contact/delete"_s, token, query); },
         [promise](const Envelope& envelope) {
             promise->finish(envelope ? Result<Done>(Done{}) : Result<Done>(envelope.error()));
         });
    return promise->future();
}

} // namespace companion::pbx::cloudone
