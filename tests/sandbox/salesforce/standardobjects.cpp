// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/orgschema.h"

namespace companion::sandbox {
using namespace Qt::StringLiterals;

namespace {

    using enum FieldTrait;

    //! "MobilePhone" -> "Mobile Phone", "AccountId" -> "Account ID".
    QString labelFrom(const QString& name)
    {
        QString label;
        for (const QChar c : name) {
            if (c.isUpper() && !label.isEmpty() && !label.back().isUpper() && !label.endsWith(u' '))
                label.append(u' ');
            label.append(c == u'_' ? u' ' : c);
        }
        label.replace("  c"_L1, ""_L1);
        if (label.endsWith(" Id"_L1))
            label.replace(label.size() - 2, 2, u"ID"_s);
        return label.trimmed();
    }

    FieldDescription field(const QString& name, FieldType type, int length,
                           FieldTraits traits = None)
    {
        FieldDescription description;
        description.name = name;
        description.label = labelFrom(name);
        description.type = type;
        description.length = length;
        description.traits = traits;
        return description;
    }

    FieldDescription text(const QString& name, int length, FieldTraits traits = None)
    {
        return field(name, FieldType::Text, length, traits);
    }

    FieldDescription phone(const QString& name, FieldTraits traits = None)
    {
        return field(name, FieldType::Phone, 40, traits);
    }

    FieldDescription longText(const QString& name)
    {
        return field(name, FieldType::LongText, 32000);
    }

    FieldDescription flag(const QString& name, FieldTraits traits = None)
    {
        auto description = field(name, FieldType::Boolean, 0, traits | Defaulted);
        description.defaultValue = false;
        return description;
    }

    FieldDescription picklist(const QString& name, const QStringList& values,
                              FieldTraits traits = None, const QString& byDefault = {})
    {
        auto description = field(name, FieldType::Picklist, 255, traits);
        description.picklist = values;
        if (!byDefault.isEmpty()) {
            description.defaultValue = byDefault;
            description.traits |= Defaulted;
        }
        return description;
    }

    FieldDescription reference(const QString& name, const QStringList& targets,
                               const QString& relationship, FieldTraits traits = None)
    {
        auto description = field(name, FieldType::Reference, 18, traits);
        description.referenceTo = targets;
        description.relationshipName = relationship;
        return description;
    }

    FieldDescription owner()
    {
        return reference(u"OwnerId"_s, {u"User"_s}, u"Owner"_s, Required | Defaulted);
    }

    FieldDescription labelled(FieldDescription description, const QString& label)
    {
        description.label = label;
        return description;
    }

    QList<FieldDescription> systemFields()
    {
        return {
            field(u"CreatedDate"_s, FieldType::DateTime, 0, ReadOnly | Required),
            reference(u"CreatedById"_s, {u"User"_s}, u"CreatedBy"_s, ReadOnly | Required),
            field(u"LastModifiedDate"_s, FieldType::DateTime, 0, ReadOnly | Required),
            reference(u"LastModifiedById"_s, {u"User"_s}, u"LastModifiedBy"_s, ReadOnly | Required),
            field(u"SystemModstamp"_s, FieldType::DateTime, 0, ReadOnly | Required),
        };
    }

    QList<FieldDescription> address(const QString& prefix)
    {
        return {field(prefix + u"Street"_s, FieldType::TextArea, 255), text(prefix + u"City"_s, 40),
                text(prefix + u"State"_s, 80), text(prefix + u"PostalCode"_s, 20),
                text(prefix + u"Country"_s, 80)};
    }

    QList<FieldDescription> personName(FieldTraits lastNameTraits)
    {
        return {text(u"LastName"_s, 80, lastNameTraits), text(u"FirstName"_s, 40),
                picklist(u"Salutation"_s,
                         {u"Mr."_s, u"Ms."_s, u"Mrs."_s, u"Dr."_s, u"Prof."_s, u"Mx."_s})};
    }

    ObjectDescription object(const QString& name, const QString& plural, const QString& prefix,
                             QList<FieldDescription> fields)
    {
        ObjectDescription description;
        description.name = name;
        description.label = labelFrom(name);
        description.labelPlural = plural;
        description.keyPrefix = prefix;
        description.fields = {
            labelled(field(u"Id"_s, FieldType::Id, 18, ReadOnly | Required), name + u" ID"_s),
            labelled(flag(u"IsDeleted"_s, ReadOnly | Required), u"Deleted"_s)};
        description.fields += std::move(fields);
        description.fields += systemFields();
        return description;
    }

    const QStringList& leadSources()
    {
        static const QStringList sources{u"Web"_s, u"Phone Inquiry"_s, u"Partner Referral"_s,
                                         u"Purchased List"_s, u"Other"_s};
        return sources;
    }

    const QStringList& industries()
    {
        static const QStringList values{u"Banking"_s,    u"Communications"_s, u"Energy"_s,
                                        u"Healthcare"_s, u"Manufacturing"_s,  u"Retail"_s,
                                        u"Technology"_s, u"Transportation"_s};
        return values;
    }

    ObjectDescription contact()
    {
        auto fields = personName(Required);
        fields += {
            labelled(text(u"Name"_s, 121, ReadOnly | Required | NameField), u"Full Name"_s),
            reference(u"AccountId"_s, {u"Account"_s}, u"Account"_s),
            reference(u"ReportsToId"_s, {u"Contact"_s}, u"ReportsTo"_s),
            reference(u"MasterRecordId"_s, {u"Contact"_s}, u"MasterRecord"_s, ReadOnly),
            text(u"Title"_s, 128),
            text(u"Department"_s, 80),
            field(u"Email"_s, FieldType::Email, 80),
            labelled(phone(u"Phone"_s), u"Business Phone"_s),
            phone(u"MobilePhone"_s),
            phone(u"HomePhone"_s),
            phone(u"OtherPhone"_s),
            labelled(phone(u"AssistantPhone"_s), u"Asst. Phone"_s),
            labelled(phone(u"Fax"_s), u"Business Fax"_s),
            labelled(phone(u"Direct_Line__c"_s), u"Direct Line"_s),
            labelled(text(u"AssistantName"_s, 40), u"Assistant's Name"_s),
            field(u"Birthdate"_s, FieldType::Date, 0),
            picklist(u"LeadSource"_s, leadSources()),
            labelled(flag(u"DoNotCall"_s), u"Do Not Call"_s),
            labelled(flag(u"HasOptedOutOfEmail"_s), u"Email Opt Out"_s),
            labelled(longText(u"Description"_s), u"Contact Description"_s),
            labelled(text(u"External_Id__c"_s, 64, External), u"External Id"_s),
            labelled(flag(u"IsPersonAccount"_s, ReadOnly | PersonAccounts), u"Is Person Account"_s),
            owner(),
        };
        fields += address(u"Mailing"_s);
        return object(u"Contact"_s, u"Contacts"_s, u"003"_s, fields);
    }

    ObjectDescription lead()
    {
        auto fields = personName(Required);
        fields += {
            labelled(text(u"Name"_s, 121, ReadOnly | Required | NameField), u"Full Name"_s),
            text(u"Company"_s, 255, Required),
            text(u"Title"_s, 128),
            field(u"Email"_s, FieldType::Email, 80),
            phone(u"Phone"_s),
            phone(u"MobilePhone"_s),
            phone(u"Fax"_s),
            field(u"Website"_s, FieldType::Url, 255),
            picklist(u"LeadSource"_s, leadSources()),
            picklist(u"Status"_s,
                     {u"Open - Not Contacted"_s, u"Working - Contacted"_s, u"Closed - Converted"_s,
                      u"Closed - Not Converted"_s},
                     Required, u"Open - Not Contacted"_s),
            picklist(u"Industry"_s, industries()),
            picklist(u"Rating"_s, {u"Hot"_s, u"Warm"_s, u"Cold"_s}),
            labelled(flag(u"DoNotCall"_s), u"Do Not Call"_s),
            labelled(flag(u"IsConverted"_s, ReadOnly | Required), u"Converted"_s),
            field(u"ConvertedDate"_s, FieldType::Date, 0, ReadOnly),
            reference(u"ConvertedContactId"_s, {u"Contact"_s}, u"ConvertedContact"_s, ReadOnly),
            reference(u"ConvertedAccountId"_s, {u"Account"_s}, u"ConvertedAccount"_s, ReadOnly),
            reference(u"ConvertedOpportunityId"_s, {u"Opportunity"_s}, u"ConvertedOpportunity"_s,
                      ReadOnly),
            labelled(text(u"External_Id__c"_s, 64, External), u"External Id"_s),
            reference(u"RecordTypeId"_s, {u"RecordType"_s}, u"RecordType"_s),
            labelled(longText(u"Description"_s), u"Description"_s),
            owner(),
        };
        fields += address(QString());
        auto description = object(u"Lead"_s, u"Leads"_s, u"00Q"_s, fields);
        description.recordTypes = {{u"Customer"_s, u"0125g000000CustAA0"_s, true},
                                   {u"Partner"_s, u"0125g000000PartAA0"_s, false}};
        return description;
    }

    ObjectDescription account()
    {
        QList<FieldDescription> fields{
            labelled(text(u"Name"_s, 255, Required | NameField), u"Account Name"_s),
            labelled(picklist(u"Type"_s, {u"Prospect"_s, u"Customer"_s, u"Partner"_s, u"Other"_s}),
                     u"Account Type"_s),
            reference(u"ParentId"_s, {u"Account"_s}, u"Parent"_s),
            labelled(phone(u"Phone"_s), u"Account Phone"_s),
            labelled(phone(u"Fax"_s), u"Account Fax"_s),
            text(u"AccountNumber"_s, 40),
            field(u"Website"_s, FieldType::Url, 255),
            text(u"Site"_s, 80),
            picklist(u"Industry"_s, industries()),
            field(u"AnnualRevenue"_s, FieldType::Currency, 0),
            field(u"NumberOfEmployees"_s, FieldType::Integer, 0),
            labelled(longText(u"Description"_s), u"Account Description"_s),
            labelled(text(u"External_Id__c"_s, 64, External), u"External Id"_s),
            flag(u"IsPersonAccount"_s, ReadOnly | PersonAccounts),
            reference(u"PersonContactId"_s, {u"Contact"_s}, u"PersonContact"_s,
                      ReadOnly | PersonAccounts),
            text(u"FirstName"_s, 40, PersonAccounts),
            text(u"LastName"_s, 80, PersonAccounts),
            field(u"PersonEmail"_s, FieldType::Email, 80, PersonAccounts),
            phone(u"PersonMobilePhone"_s, PersonAccounts),
            phone(u"PersonHomePhone"_s, PersonAccounts),
            phone(u"PersonOtherPhone"_s, PersonAccounts),
            phone(u"PersonAssistantPhone"_s, PersonAccounts),
            owner(),
        };
        fields += address(u"Billing"_s);
        return object(u"Account"_s, u"Accounts"_s, u"001"_s, fields);
    }

    ObjectDescription task()
    {
        auto subject = field(u"Subject"_s, FieldType::Combobox, 255);
        subject.picklist = {u"Call"_s, u"Email"_s, u"Send Letter"_s, u"Send Quote"_s, u"Other"_s};
        const QList<FieldDescription> fields{
            subject,
            labelled(reference(u"WhoId"_s, {u"Contact"_s, u"Lead"_s}, u"Who"_s), u"Name ID"_s),
            labelled(reference(u"WhatId"_s, {u"Account"_s, u"Opportunity"_s, u"Case"_s}, u"What"_s),
                     u"Related To ID"_s),
            reference(u"AccountId"_s, {u"Account"_s}, u"Account"_s, ReadOnly),
            labelled(field(u"ActivityDate"_s, FieldType::Date, 0), u"Due Date Only"_s),
            picklist(u"Status"_s,
                     {u"Not Started"_s, u"In Progress"_s, u"Completed"_s,
                      u"Waiting on someone else"_s, u"Deferred"_s},
                     Required, u"Not Started"_s),
            picklist(u"Priority"_s, {u"High"_s, u"Normal"_s, u"Low"_s}, Required, u"Normal"_s),
            picklist(u"Type"_s, {u"Call"_s, u"Email"_s, u"Meeting"_s, u"Other"_s}),
            picklist(u"TaskSubtype"_s,
                     {u"Task"_s, u"Email"_s, u"LinkedIn"_s, u"List Email"_s, u"Cadence"_s,
                      u"Call"_s, u"Note"_s},
                     Restricted | CreateOnly),
            picklist(u"CallType"_s, {u"Internal"_s, u"Inbound"_s, u"Outbound"_s}, Restricted),
            labelled(field(u"CallDurationInSeconds"_s, FieldType::Integer, 0), u"Call Duration"_s),
            labelled(text(u"CallDisposition"_s, 255), u"Call Result"_s),
            labelled(text(u"CallObject"_s, 255), u"Call Object Identifier"_s),
            longText(u"Description"_s),
            labelled(flag(u"IsClosed"_s, ReadOnly | Required), u"Closed"_s),
            labelled(flag(u"IsHighPriority"_s, ReadOnly | Required), u"High Priority"_s),
            labelled(flag(u"IsArchived"_s, ReadOnly | Required), u"Archived"_s),
            flag(u"IsReminderSet"_s),
            field(u"ReminderDateTime"_s, FieldType::DateTime, 0),
            field(u"CompletedDateTime"_s, FieldType::DateTime, 0, ReadOnly),
            owner(),
        };
        auto description = object(u"Task"_s, u"Tasks"_s, u"00T"_s, fields);
        description.searchable = true;
        return description;
    }

    ObjectDescription user()
    {
        const QList<FieldDescription> fields{
            text(u"Username"_s, 80, Required),
            labelled(text(u"Name"_s, 121, ReadOnly | Required | NameField), u"Full Name"_s),
            text(u"LastName"_s, 80, Required),
            text(u"FirstName"_s, 40),
            field(u"Email"_s, FieldType::Email, 128, Required),
            text(u"Alias"_s, 8, Required),
            flag(u"IsActive"_s),
            text(u"Title"_s, 80),
            text(u"CompanyName"_s, 80),
            phone(u"Phone"_s),
            phone(u"Extension"_s),
            phone(u"MobilePhone"_s),
            picklist(u"UserType"_s, {u"Standard"_s}, ReadOnly),
            text(u"TimeZoneSidKey"_s, 40),
            text(u"LocaleSidKey"_s, 40),
            text(u"LanguageLocaleKey"_s, 40),
            text(u"ProfileId"_s, 18),
        };
        auto description = object(u"User"_s, u"People"_s, u"005"_s, fields);
        description.createable = false;
        return description;
    }

    ObjectDescription organization()
    {
        const QList<FieldDescription> fields{
            text(u"Name"_s, 80, Required | NameField),
            picklist(u"OrganizationType"_s,
                     {u"Enterprise Edition"_s, u"Developer Edition"_s, u"Unlimited Edition"_s},
                     ReadOnly),
            flag(u"IsSandbox"_s, ReadOnly),
            text(u"InstanceName"_s, 5, ReadOnly),
            field(u"TrialExpirationDate"_s, FieldType::DateTime, 0, ReadOnly),
            text(u"NamespacePrefix"_s, 15, ReadOnly),
            text(u"PrimaryContact"_s, 80),
            phone(u"Phone"_s),
            text(u"Country"_s, 80),
            text(u"DefaultLocaleSidKey"_s, 40),
            text(u"LanguageLocaleKey"_s, 40),
            text(u"TimeZoneSidKey"_s, 40),
        };
        auto description = object(u"Organization"_s, u"Organizations"_s, u"00D"_s, fields);
        description.createable = false;
        description.searchable = false;
        return description;
    }

    ObjectDescription taskChoice(const QString& name, const QString& plural, const QString& prefix,
                                 const QString& mark)
    {
        auto description = object(name, plural, prefix,
                                  {text(u"ApiName"_s, 255), text(u"MasterLabel"_s, 255, NameField),
                                   field(u"SortOrder"_s, FieldType::Integer, 0),
                                   flag(u"IsDefault"_s), flag(mark)});
        description.createable = false;
        description.searchable = false;
        return description;
    }

    ObjectDescription opportunity()
    {
        return object(u"Opportunity"_s, u"Opportunities"_s, u"006"_s,
                      {text(u"Name"_s, 120, Required | NameField),
                       reference(u"AccountId"_s, {u"Account"_s}, u"Account"_s),
                       picklist(u"StageName"_s,
                                {u"Prospecting"_s, u"Qualification"_s, u"Negotiation"_s,
                                 u"Closed Won"_s, u"Closed Lost"_s},
                                Required),
                       field(u"CloseDate"_s, FieldType::Date, 0, Required),
                       field(u"Amount"_s, FieldType::Currency, 0), flag(u"IsClosed"_s, ReadOnly),
                       flag(u"IsWon"_s, ReadOnly), longText(u"Description"_s), owner()});
    }

    ObjectDescription supportCase()
    {
        return object(
            u"Case"_s, u"Cases"_s, u"500"_s,
            {text(u"CaseNumber"_s, 30, ReadOnly | Required | NameField | Defaulted),
             text(u"Subject"_s, 255), reference(u"ContactId"_s, {u"Contact"_s}, u"Contact"_s),
             reference(u"AccountId"_s, {u"Account"_s}, u"Account"_s),
             picklist(u"Status"_s, {u"New"_s, u"Working"_s, u"Escalated"_s, u"Closed"_s}, None,
                      u"New"_s),
             picklist(u"Priority"_s, {u"High"_s, u"Medium"_s, u"Low"_s}, None, u"Medium"_s),
             picklist(u"Origin"_s, {u"Phone"_s, u"Email"_s, u"Web"_s}),
             flag(u"IsClosed"_s, ReadOnly), longText(u"Description"_s), owner()});
    }

} // namespace

QList<ObjectDescription> standardObjects()
{
    return {account(),
            contact(),
            lead(),
            task(),
            user(),
            organization(),
            taskChoice(u"TaskStatus"_s, u"Task Status Values"_s, u"01T"_s, u"IsClosed"_s),
            taskChoice(u"TaskPriority"_s, u"Task Priority Values"_s, u"01R"_s, u"IsHighPriority"_s),
            opportunity(),
            supportCase()};
}

} // namespace companion::sandbox
