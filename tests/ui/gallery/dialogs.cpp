// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/teluri.h"
#include "tests/ui/gallery/gallery.h"
#include "tests/ui/samples.h"
#include "ui/dialogs/addcontactdialog.h"
#include "ui/dialogs/confirmdialdialog.h"
#include "ui/dialogs/dialbox.h"
#include "ui/dialogs/followupdialog.h"
#include "ui/dialogs/pickrecorddialog.h"
#include "ui/wizard/signinwindow.h"

#include <QLineEdit>
#include <QPushButton>

namespace companion::gallery {

using namespace Qt::StringLiterals;

namespace {

    std::unique_ptr<DialBox> dialBox(const QString& typed, const QList<DialSuggestion>& found)
    {
        auto box = std::make_unique<DialBox>();
        box->setLastNumber(u"+1 415-555-0101"_s);
        box->show();
        box->findChild<QLineEdit*>(u"number"_s)->setText(typed);
        box->setSuggestions(typed, found);
        return box;
    }

    QList<Exhibit> dialBoxes()
    {
        return {
            {u"dial-empty"_s,
             []() -> std::unique_ptr<QWidget> {
                 return dialBox({}, {});
             }},
            {u"dial-name"_s,
             []() -> std::unique_ptr<QWidget> {
                 return dialBox(
                     u"be"_s,
                     {{.name = u"Anna Bergström"_s,
                       .number = u"+1 415-555-0101"_s,
                       .detail = u"Nordwind Energi AB"_s,
                       .kind = u"Contact"_s},
                      {.name = u"Berit Solberg"_s, .number = u"1007"_s, .kind = u"Colleague"_s},
                      {.name = u"Beatriz Lima"_s,
                       .number = u"+55 11 5555-0102"_s,
                       .detail = u"Lima & Filhos"_s,
                       .kind = u"Lead"_s,
                       .doNotCall = true},
                      {.name = {}, .number = u"+44 20 7946 0321"_s, .kind = u"History"_s}});
             }},
            {u"dial-number"_s,
             []() -> std::unique_ptr<QWidget> {
                 return dialBox(u"415555"_s,
                                {{.name = u"Anna Bergström"_s,
                                  .number = u"+1 415-555-0101"_s,
                                  .detail = u"Nordwind Energi AB"_s,
                                  .kind = u"Contact"_s}});
             }},
            {u"dial-nobody"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto box = dialBox(u"Zaphod"_s, {});
                 box->findChild<QPushButton*>(u"call"_s)->click();
                 return box;
             }},
            {u"confirm-dial"_s,
             []() -> std::unique_ptr<QWidget> {
                 return std::make_unique<ConfirmDialDialog>(
                     readDialRequest(u"tel:1-800-FLOWERS"_s).value(), false);
             }},
            {u"confirm-code"_s,
             []() -> std::unique_ptr<QWidget> {
                 return std::make_unique<ConfirmDialDialog>(
                     readDialRequest(u"tel:*724155550101"_s).value(), false);
             }},
            {u"pick-record"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto dialog = std::make_unique<PickRecordDialog>();
                 dialog->startFor(u"c1"_s, u"+1 415-555-0199"_s);
                 dialog->findChild<QLineEdit*>(u"recordSearch"_s)->setText(u"anna"_s);
                 dialog->setFound(u"anna"_s,
                                  QList{samples::person(u"0031"_s, u"Anna Bergström"_s),
                                        samples::person(u"0032"_s, u"Hanna Andersson"_s)});
                 return dialog;
             }},
            {u"confirm-do-not-call"_s,
             []() -> std::unique_ptr<QWidget> {
                 return std::make_unique<ConfirmDialDialog>(
                     readDialRequest(u"tel:+14155550101;ext=12"_s).value(), true);
             }},
        };
    }

    QList<CrmField> leadFields()
    {
        return {
            {.name = u"FirstName"_s, .label = u"First Name"_s, .length = 40},
            {.name = u"LastName"_s, .label = u"Last Name"_s, .isRequired = true, .length = 80},
            {.name = u"Company"_s, .label = u"Company"_s, .isRequired = true, .length = 255},
            {.name = u"Phone"_s, .label = u"Phone"_s, .kind = CrmField::Kind::Phone, .length = 40},
            {.name = u"Rating__c"_s,
             .label = u"Rating & Region"_s,
             .kind = CrmField::Kind::Picklist,
             .isRequired = true,
             .values = {u"Hot"_s, u"Warm"_s, u"Cold"_s}},
            {.name = u"Email"_s, .label = u"Email"_s, .kind = CrmField::Kind::Email}};
    }

    std::unique_ptr<AddContactDialog> addContact(const QString& object)
    {
        auto dialog = std::make_unique<AddContactDialog>();
        dialog->startFor(u"+1 415-555-0199"_s, object);
        dialog->show();
        return dialog;
    }

    QList<Exhibit> addContacts()
    {
        return {
            {u"add-contact"_s,
             []() -> std::unique_ptr<QWidget> {
                 return addContact(u"Contact"_s);
             }},
            {u"add-lead-required"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto dialog = addContact(u"Lead"_s);
                 dialog->setFields(u"Lead"_s, leadFields());
                 return dialog;
             }},
            {u"add-contact-field-error"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto dialog = addContact(u"Lead"_s);
                 dialog->setFields(u"Lead"_s, leadFields());
                 dialog->showError(
                     {.kind = Error::Kind::Rejected,
                      .detail = {},
                      .code = u"FIELD_CUSTOM_VALIDATION_EXCEPTION"_s,
                      .sentence = u"Companies must be written without their legal form."_s,
                      .fields = {u"Company"_s}});
                 return dialog;
             }},
            {u"add-contact-offline"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto dialog = addContact(u"Contact"_s);
                 dialog->showError({.kind = Error::Kind::Offline, .detail = u"refused"_s});
                 return dialog;
             }},
            {u"add-contact-busy"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto dialog = addContact(u"Contact"_s);
                 dialog->setBusy(true);
                 return dialog;
             }},
            {u"add-contact-duplicates"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto dialog = addContact(u"Contact"_s);
                 dialog->showDuplicates(
                     {.created = {},
                      .duplicates = {{.record = {.object = u"Contact"_s, .id = u"003A"_s},
                                      .name = u"Anna Bergström"_s,
                                      .account = u"Nordwind Energi AB"_s,
                                      .phone = u"+1 415-555-0199"_s},
                                     {.record = {.object = u"Lead"_s, .id = u"00QA"_s},
                                      .name = u"A. Bergstrom"_s}},
                      .mayCreateAnyway = true,
                      .sentence = u"You may be creating a duplicate record."_s});
                 return dialog;
             }},
        };
    }

    QList<Exhibit> followUps()
    {
        return {{u"follow-up"_s,
                 []() -> std::unique_ptr<QWidget> {
                     return std::make_unique<FollowUpDialog>(u"Anna Bergström"_s,
                                                             QDate(2026, 11, 25));
                 }},
                {u"follow-up-refused"_s, []() -> std::unique_ptr<QWidget> {
                     auto dialog =
                         std::make_unique<FollowUpDialog>(u"Anna Bergström"_s, QDate(2026, 11, 25));
                     dialog->show();
                     dialog->findChild<QLineEdit*>(u"subject"_s)->clear();
                     dialog->findChild<QPushButton*>(u"save"_s)->click();
                     return dialog;
                 }}};
    }

    std::unique_ptr<SignInWindow> signIn(SignInWindow::Page page, const PbxStatus& pbx,
                                         const CrmStatus& crm)
    {
        auto window = std::make_unique<SignInWindow>();
        window->setLayers({});
        const bool isNew = pbx == PbxStatus{} && crm == CrmStatus{};
        window->setPbx(isNew ? PbxAccount{}
                             : PbxAccount{.url = u"https://pbx.example.com"_s,
                                          .clientId = u"f3a9c1"_s,
                                          .extension = u"1001"_s},
                       pbx);
        window->setCrm({.loginUrl = u"https://login.salesforce.com"_s,
                        .clientId = isNew ? QString() : u"3MVG9.example"_s,
                        .redirectPorts = {53682, 53683, 53684}},
                       crm);
        window->showPage(page);
        return window;
    }

    QList<Exhibit> signIns()
    {
        using Page = SignInWindow::Page;
        const PbxStatus connected{.state = LinkState::Connected,
                                  .extension = u"1001"_s,
                                  .name = u"Maja Lindqvist"_s,
                                  .firmware = u"84.21.0.66"_s};
        return {
            {u"sign-in-first"_s,
             []() -> std::unique_ptr<QWidget> {
                 return signIn(Page::Pbx, {}, {});
             }},
            {u"sign-in-pbx-connecting"_s,
             []() -> std::unique_ptr<QWidget> {
                 return signIn(Page::Pbx, {.state = LinkState::Connecting}, {});
             }},
            {u"sign-in-pbx-connected"_s,
             [connected]() -> std::unique_ptr<QWidget> {
                 return signIn(Page::Pbx, connected, {});
             }},
            {u"sign-in-pbx-refused"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto window = signIn(Page::Pbx, {.state = LinkState::Failed}, {});
                 window->showPbxError(
                     {.kind = Error::Kind::Offline, .detail = u"tls certificate"_s});
                 return window;
             }},
            {u"sign-in-pbx-locked"_s,
             [connected]() -> std::unique_ptr<QWidget> {
                 auto window = signIn(Page::Pbx, connected, {});
                 window->setLayers({.enforced = {{u"pbx.url"_s, u"https://pbx.example.com"_s},
                                                 {u"pbx.clientId"_s, u"f3a9c1"_s}}});
                 return window;
             }},
            {u"sign-in-salesforce"_s,
             [connected]() -> std::unique_ptr<QWidget> {
                 return signIn(Page::Salesforce, connected, {});
             }},
            {u"sign-in-salesforce-waiting"_s,
             [connected]() -> std::unique_ptr<QWidget> {
                 return signIn(Page::Salesforce, connected, {.state = LinkState::Connecting});
             }},
            {u"sign-in-salesforce-refused"_s,
             [connected]() -> std::unique_ptr<QWidget> {
                 auto window = signIn(Page::Salesforce, connected, {});
                 window->showCrmError({.kind = Error::Kind::Rejected,
                                       .detail = {},
                                       .code = u"redirect_uri_mismatch"_s});
                 return window;
             }},
            {u"sign-in-salesforce-connected"_s,
             [connected]() -> std::unique_ptr<QWidget> {
                 return signIn(Page::Salesforce, connected,
                               {.state = LinkState::Connected,
                                .user = u"Maja Lindqvist"_s,
                                .email = u"maja@example.com"_s,
                                .organization = u"Nordwind Energi"_s,
                                .edition = u"Enterprise Edition"_s,
                                .instanceUrl = u"https://nordwind.my.salesforce.com"_s,
                                .apiUsed = 1200,
                                .apiMax = 100000});
             }},
        };
    }

    const AddRoom dialRoom(dialBoxes);
    const AddRoom addRoom(addContacts);
    const AddRoom followUpRoom(followUps);
    const AddRoom signInRoom(signIns);

} // namespace

} // namespace companion::gallery
