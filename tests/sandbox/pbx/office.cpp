// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/office.h"

#include <QJsonArray>

#include <algorithm>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    Extension person(int id, const QString& number, const QString& name, const QString& email,
                     const QString& mobile)
    {
        Extension extension;
        extension.id = id;
        extension.number = number;
        extension.name = name;
        extension.email = email;
        extension.mobile = mobile;
        return extension;
    }

    QJsonObject device(bool online)
    {
        return {{u"status"_s, online ? 1 : 0}};
    }

} // namespace

QJsonObject Extension::json() const
{
    const QJsonObject online{
        {u"sip_phone"_s,
         QJsonObject{{u"status"_s, registered ? 1 : 0}, {u"status_list"_s, QJsonArray()}}},
        {u"linkus_desktop"_s, QJsonObject{{u"status"_s, 0}, {u"ext_dev_type"_s, QString()}}},
        {u"linkus_mobile"_s, device(false)},
        {u"linkus_web"_s, device(false)},
        {u"fxs_phone"_s, device(false)}};
    return {{u"id"_s, id},
            {u"number"_s, number},
            {u"caller_id_name"_s, name},
            {u"email_addr"_s, email},
            {u"mobile_number"_s, mobile},
            {u"role_name"_s, QString()},
            {u"presence_status"_s, presence},
            {u"custom_presence_status"_s, QString()},
            {u"online_status"_s, online}};
}

Office Office::standard()
{
    Office office;
    office.extensions = {
        person(13, u"1001"_s, u"Jane Roe"_s, u"jane.roe@acme.example"_s, u"+12125550171"_s),
        person(14, u"1002"_s, u"John Smith"_s, u"john.smith@acme.example"_s, QString()),
        person(15, u"1003"_s, u"Jürgen Größmann"_s, u"juergen.groessmann@acme.example"_s,
               u"+4915550000103"_s),
        person(16, u"1004"_s, u"Zoë Beaumont-Lefèvre"_s, u"Zoe.Beaumont@acme.example"_s, QString()),
        person(17, u"1005"_s, u"王小明"_s, u"xiaoming.wang@acme.example"_s, QString()),
        person(18, u"1006"_s, u"Łukasz Wiśniewski"_s, u"lukasz.wisniewski@acme.example"_s,
               QString()),
        person(19, u"1007"_s, u"Dr. Siobhán O'Connor"_s, u"siobhan.oconnor@acme.example"_s,
               QString()),
        person(20, u"1008"_s, u"Νίκος Παπαδόπουλος"_s, u"nikos@acme.example"_s, QString()),
        person(21, u"1009"_s, u"Amélie <Front Desk>"_s, u"front.desk@acme.example"_s, QString()),
        person(22, u"1010"_s, u"محمد الأحمد"_s, u"mohammed.alahmad@acme.example"_s, QString()),
        person(23, u"1011"_s, u"Lobby phone"_s, QString(), QString()),
        person(24, u"1012"_s, u"Storeroom"_s, QString(), QString()),
    };
    office.extensions.last().dialsOut = false;
    office.trunks = {{u"ACME-SIP"_s, u"12125550100"_s}, {u"Backup-PSTN"_s, u"12125550200"_s}};
    office.queue = {u"6400"_s, u"Support"_s, {u"1001"_s, u"1002"_s, u"1003"_s, u"1004"_s}};
    office.ringGroup = {u"6300"_s, u"Sales"_s, {u"1001"_s, u"1002"_s, u"1005"_s}};
    return office;
}

const Extension* Office::extension(const QString& number) const
{
    const auto found =
        std::find_if(extensions.cbegin(), extensions.cend(),
                     [&](const Extension& candidate) { return candidate.number == number; });
    return found == extensions.cend() ? nullptr : &*found;
}

Extension* Office::extension(const QString& number)
{
    const auto found =
        std::find_if(extensions.begin(), extensions.end(),
                     [&](const Extension& candidate) { return candidate.number == number; });
    return found == extensions.end() ? nullptr : &*found;
}

const Group* Office::group(const QString& numberOrKind) const
{
    if (numberOrKind == queue.number || numberOrKind == "queue"_L1)
        return &queue;
    if (numberOrKind == ringGroup.number || numberOrKind == "ringgroup"_L1)
        return &ringGroup;
    return nullptr;
}

Trunk Office::trunk(const QString& name) const
{
    const auto found = std::find_if(trunks.cbegin(), trunks.cend(),
                                    [&](const Trunk& candidate) { return candidate.name == name; });
    return found == trunks.cend() ? trunks.first() : *found;
}

} // namespace companion::sandbox
