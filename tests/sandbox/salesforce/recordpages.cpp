// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/recordpages.h"

#include "tests/sandbox/salesforce/oauthpages.h"
#include "tests/sandbox/salesforce/recordwrites.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    constexpr qsizetype shownRows = 200;

    HttpResponse page(const QString& title, const QString& content, int status = 200)
    {
        HttpResponse response;
        response.status = status;
        response.contentType = "text/html; charset=UTF-8";
        response.body = htmlPage(title, content);
        return response;
    }

    HttpResponse missing()
    {
        return page(u"Page not found"_s,
                    u"<section><h1>Looks like there's a problem.</h1><p>The record does not exist "
                    u"or has been deleted."
                    "</p></section>"_s,
                    404);
    }

    QString nameOf(const OrgState& state, const Record& record)
    {
        const ObjectDescription* object = state.schema.object(record.object);
        return record.text(object ? object->nameFieldName() : u"Name"_s);
    }

    //! Text as HTML, web addresses in it clickable.
    QString withLinks(const QString& text)
    {
        static const QRegularExpression address(u"https?://[^\\s<>\"]+"_s);
        QString html;
        qsizetype at = 0;
        auto matches = address.globalMatch(text);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const QString url = match.captured().toHtmlEscaped();
            html += text.mid(at, match.capturedStart() - at).toHtmlEscaped()
                + u"<a class=\"recording\" href=\""_s + url + u"\">"_s + url + u"</a>"_s;
            at = match.capturedEnd();
        }
        return QString(html + text.mid(at).toHtmlEscaped());
    }

    QString shownValue(const QJsonValue& value)
    {
        return value.isBool() ? (value.toBool() ? u"Yes"_s : u"No"_s)
                              : value.toVariant().toString();
    }

    bool isPrefillable(const FieldDescription& field)
    {
        return field.isCreateable() && (field.isText() || field.type == FieldType::Date)
            && field.type != FieldType::Picklist;
    }

    //! `LastName=Roe,Phone=%2B1…`: the values are encoded once more inside (salesforce-api.md 7.3).
    QHash<QString, QString> prefilledValues(const QString& list)
    {
        QHash<QString, QString> values;
        for (const QString& pair : list.split(u',', Qt::SkipEmptyParts)) {
            const qsizetype equals = pair.indexOf(u'=');
            if (equals > 0)
                values.insert(pair.left(equals).toLower(),
                              QUrl::fromPercentEncoding(pair.mid(equals + 1).toUtf8()));
        }
        return values;
    }

} // namespace

HttpResponse RecordPages::show(const HttpRequest& request, const QString& path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || path == "/lightning/page/home"_L1 || path == "/home/home.jsp"_L1)
        return home();
    const Parameters query = parseFormPairs(request.query.toString(QUrl::FullyEncoded).toUtf8());
    if (parts.at(0) == "lightning"_L1 && parts.value(1) == "r"_L1
        && (parts.value(4) == "view"_L1 || parts.value(4) == "edit"_L1))
        return record(parts.at(3));
    if (parts.at(0) == "lightning"_L1 && parts.value(1) == "o"_L1 && parts.value(3) == "new"_L1)
        return request.method == "POST" ? saveRecord(parts.at(2), parseFormPairs(request.body))
                                        : newRecord(parts.at(2), query, QString());
    if (parts.size() == 1 && looksLikeId(parts.at(0)))
        return record(parts.at(0));
    if (path.startsWith("/profilephoto/"_L1)) {
        HttpResponse picture;
        picture.contentType = "image/svg+xml";
        picture.body =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 40\"><circle cx=\"20\" "
            "cy=\"20\" r=\"20\" "
            "fill=\"#0b5cab\"/><text x=\"20\" y=\"26\" text-anchor=\"middle\" fill=\"#fff\" "
            "font-family=\"sans-serif\" font-size=\"16\">JR</text></svg>";
        return picture;
    }
    return missing();
}

QString RecordPages::link(const QString& id) const
{
    const Record* record = m_state.store.find(id);
    if (!record)
        return id.toHtmlEscaped();
    return u"<a href=\"/lightning/r/%1/%2/view\">%3</a>"_s.arg(
        record->object, record->id, nameOf(m_state, *record).toHtmlEscaped());
}

HttpResponse RecordPages::home() const
{
    QString content;
    for (const auto& name :
         {u"Contact"_s, u"Lead"_s, u"Account"_s, u"Task"_s, u"Opportunity"_s, u"Case"_s}) {
        const ObjectDescription* object = m_state.schema.object(name);
        if (!object)
            continue;
        content += u"<section><h2>%1</h2><table id=\"%2\">"_s.arg(object->labelPlural, name);
        auto rows = m_state.store.rows(name);
        rows.removeIf([](const Record* row) { return row->deleted; });
        const qsizetype total = rows.size();
        for (const Record* row : rows.mid(0, shownRows)) {
            QStringList numbers;
            for (const auto& field : m_state.schema.visibleFields(*object)) {
                if (field.type == FieldType::Phone && !row->text(field.name).isEmpty())
                    numbers.append(row->text(field.name).toHtmlEscaped());
            }
            const QString beside = name == "Lead"_L1 ? row->text(u"Company"_s).toHtmlEscaped()
                                                     : link(row->text(u"AccountId"_s));
            content += u"<tr><td>"_s + link(row->id) + u"</td><td>"_s + beside + u"</td><td>"_s
                + numbers.join(u" &middot; "_s) + u"</td></tr>"_s;
        }
        content += u"</table>"_s;
        if (total > shownRows)
            content += u"<p class=\"soft\">The first %1 of %2</p>"_s.arg(shownRows).arg(total);
        if (name == "Contact"_L1 || name == "Lead"_L1 || name == "Account"_L1)
            content += u"<p><a href=\"/lightning/o/%1/new\">New %1</a></p>"_s.arg(name);
        content += u"</section>"_s;
    }
    return page(u"Home | Acme Telecom"_s, content);
}

QString RecordPages::fieldList(const Record& record) const
{
    static const QStringList known{u"Name"_s, u"IsDeleted"_s, u"CreatedById"_s,
                                   u"LastModifiedById"_s, u"SystemModstamp"_s};
    QString list = u"<dl>"_s;
    const ObjectDescription* object = m_state.schema.object(record.object);
    for (const auto& field : m_state.schema.visibleFields(*object)) {
        const QJsonValue value = record.values.value(field.name);
        if (known.contains(field.name) || value.isNull() || value.isUndefined()
            || shownValue(value).isEmpty())
            continue;
        if (value.isBool() && !value.toBool())
            continue;
        const QString shown = shownValue(value);
        QString html = withLinks(shown);
        if (field.type == FieldType::Reference)
            html = link(shown);
        else if (field.type == FieldType::Phone)
            html = u"<a href=\"tel:%1\">%1</a>"_s.arg(shown.toHtmlEscaped());
        list += u"<dt>"_s + field.label.toHtmlEscaped() + u"</dt><dd data-field=\""_s + field.name
            + u"\">"_s + html + u"</dd>"_s;
    }
    return QString(list + u"</dl>"_s);
}

QString RecordPages::callLog(const Record& record) const
{
    QList<const Record*> tasks;
    for (const Record* task : m_state.store.rows(u"Task"_s)) {
        const bool about = task->text(u"WhoId"_s) == record.id
            || task->text(u"WhatId"_s) == record.id || task->text(u"AccountId"_s) == record.id;
        if (about && !task->deleted)
            tasks.append(task);
    }
    std::reverse(tasks.begin(), tasks.end());
    QString html = u"<section id=\"activity\"><h2>Activity</h2>"_s;
    if (tasks.isEmpty())
        html += u"<p class=\"soft\">No calls yet.</p>"_s;
    for (const Record* task : tasks) {
        QStringList facts{task->text(u"CallType"_s), task->text(u"CallDisposition"_s),
                          task->text(u"ActivityDate"_s)};
        if (const auto seconds = task->values.value("CallDurationInSeconds"_L1); seconds.isDouble())
            facts.append(u"%1 s"_s.arg(seconds.toInt()));
        facts.removeAll(QString());
        const QString subject = task->text(u"Subject"_s);
        html +=
            u"<article data-task=\"%1\"><strong><a href=\"/lightning/r/Task/%1/view\">%2</a></strong><p class=\"soft\">%3</p><p>%4</p></article>"_s
                .arg(task->id, subject.isEmpty() ? u"Task"_s : subject.toHtmlEscaped(),
                     facts.join(u" · "_s).toHtmlEscaped(), withLinks(task->text(u"Description"_s)));
    }
    return QString(html + u"</section>"_s);
}

QString RecordPages::related(const Record& account) const
{
    QString html;
    for (const Record* contact : m_state.store.rows(u"Contact"_s)) {
        if (!contact->deleted && contact->text(u"AccountId"_s) == account.id)
            html += u"<li>"_s + link(contact->id) + u"</li>"_s;
    }
    return html.isEmpty() ? QString()
                          : u"<section><h2>Contacts</h2><ul>"_s + html + u"</ul></section>"_s;
}

HttpResponse RecordPages::record(const QString& id) const
{
    const Record* record = m_state.store.find(id);
    if (!record || record->deleted || !m_state.schema.object(record->object))
        return missing();
    QString title = nameOf(m_state, *record);
    if (title.isEmpty())
        title = record->object;
    QString content = u"<section><p class=\"kind\">"_s
        + m_state.schema.object(record->object)->label + u"</p><h1>"_s + title.toHtmlEscaped()
        + u"</h1></section><section>"_s + fieldList(*record) + u"</section>"_s;
    if (record->object == "Account"_L1)
        content += related(*record);
    if (record->object != "Task"_L1)
        content += callLog(*record);
    return page(title, content);
}

HttpResponse RecordPages::newRecord(const QString& objectName, const Parameters& parameters,
                                    const QString& complaint) const
{
    const ObjectDescription* object = m_state.schema.object(objectName);
    if (!object || !object->createable)
        return missing();
    const auto values = prefilledValues(valueOf(parameters, u"defaultFieldValues"));
    QString form = u"<section><h1>New "_s + object->label + u"</h1>"_s;
    if (!complaint.isEmpty())
        form += u"<p id=\"complaint\"><strong>"_s + complaint.toHtmlEscaped() + u"</strong></p>"_s;
    form += u"<form method=\"post\">"_s;
    for (const auto& field : m_state.schema.visibleFields(*object)) {
        if (!isPrefillable(field))
            continue;
        const QString star = field.traits.testFlag(FieldTrait::Required) ? u" *"_s : QString();
        form += u"<label>%1%2<input name=\"%3\" value=\"%4\"></label>"_s.arg(
            field.label.toHtmlEscaped(), star, field.name,
            values.value(field.name.toLower()).toHtmlEscaped());
    }
    form +=
        u"<p><button class=\"first\" id=\"save\" type=\"submit\">Save</button></p></form></section>"_s;
    return page(u"New "_s + object->label, form);
}

HttpResponse RecordPages::saveRecord(const QString& objectName, const Parameters& form)
{
    QJsonObject fields;
    QStringList prefill;
    for (const auto& [name, value] : form) {
        if (value.isEmpty())
            continue;
        fields.insert(name, value);
        prefill.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    const auto id = RecordWrites(m_state, 67, DuplicateSaving::Allowed).create(objectName, fields);
    if (!id)
        return newRecord(objectName, {{u"defaultFieldValues"_s, prefill.join(u',')}},
                         id.error().message);
    HttpResponse response;
    response.status = 303;
    response.headers.emplaceBack("Location",
                                 u"/lightning/r/%1/%2/view"_s.arg(objectName, *id).toLatin1());
    return response;
}

} // namespace companion::sandbox
