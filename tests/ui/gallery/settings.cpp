// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/journalplan.h"
#include "app/core/journaltemplate.h"
#include "tests/ui/gallery/gallery.h"
#include "ui/settings/settingswindow.h"

namespace companion::gallery {

using namespace Qt::StringLiterals;

namespace {

    Exhibit page(const QString& name, SettingsWindow::Page which)
    {
        return {u"settings-"_s + name, [which]() -> std::unique_ptr<QWidget> {
                    auto window = std::make_unique<SettingsWindow>();
                    window->setTemplatePreview([](const QString& written) -> Result<QString> {
                        const auto parsed = JournalTemplate::parse(written);
                        if (!parsed)
                            return parsed.error();
                        return parsed->render(exampleJournalValues());
                    });
                    window->setLanguages({u"de"_s, u"ar"_s});
                    window->setCrmStatus(
                        {.state = LinkState::Connected, .apiUsed = 82000, .apiMax = 100000});
                    window->setLayers({.user = {{u"crm.alwaysQuery"_s, u"true"_s},
                                                {u"create.enabled"_s, u"true"_s},
                                                {u"create.method"_s, u"automatic"_s}},
                                       .enforced = {{u"popup.method"_s, u"automatic"_s},
                                                    {u"privacy.maskNumbers"_s, u"true"_s},
                                                    {u"pbx.url"_s, u"https://pbx.example.com"_s}}});
                    window->showPage(which);
                    return window;
                }};
    }

    QList<Exhibit> pages()
    {
        using Page = SettingsWindow::Page;
        return {
            page(u"general"_s, Page::General),
            page(u"connections"_s, Page::Connections),
            page(u"calls"_s, Page::Calls),
            page(u"popup"_s, Page::Popup),
            page(u"numbers"_s, Page::Numbers),
            page(u"salesforce"_s, Page::Salesforce),
            page(u"creation"_s, Page::Creation),
            page(u"journal"_s, Page::Journal),
            page(u"privacy"_s, Page::Privacy),
            {u"settings-refused"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto window = page({}, Page::Numbers).make();
                 static_cast<SettingsWindow*>(window.get())
                     ->showError(u"numbers.region"_s,
                                 {.kind = Error::Kind::Rejected,
                                  .detail = u"numbers.region must be two letters, such as US."_s});
                 return window;
             }},
        };
    }

    const AddRoom settingsRoom(pages);

} // namespace

} // namespace companion::gallery
