// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/gallery/gallery.h"
#include "ui/tray/trayicon.h"
#include "ui/tray/traywindow.h"

#include <QAction>
#include <QMenu>
#include <QPainter>

namespace companion::gallery {

using namespace Qt::StringLiterals;

namespace {

    //! All looks of the tray icon on a light and a dark panel, small and large.
    class TraySheet : public QWidget
    {
    public:
        TraySheet() { setFixedSize(760, 420); }

    protected:
        void paintEvent(QPaintEvent*) override
        {
            QPainter painter(this);
            const QList<LinkState> states{LinkState::Connected, LinkState::Reconnecting,
                                          LinkState::SignedOut, LinkState::Failed};
            for (int panel = 0; panel < 2; ++panel) {
                painter.fillRect(QRect(panel * 380, 0, 380, height()),
                                 panel == 0 ? QColor(0xf0f0f0) : QColor(0x202124));
                int row = 0;
                for (const auto side : {16, 22, 32, 48}) {
                    int column = 0;
                    for (const auto pbx : states)
                        painter.drawPixmap(
                            panel * 380 + 8 + column++ * 52, 8 + row * 52,
                            trayPixmap({.pbx = pbx, .crm = LinkState::Connected}, side));
                    for (const auto activity : {PhoneActivity::Ringing, PhoneActivity::Talking})
                        painter.drawPixmap(panel * 380 + 8 + column++ * 52, 8 + row * 52,
                                           trayPixmap({.pbx = LinkState::Connected,
                                                       .crm = LinkState::Connected,
                                                       .activity = activity},
                                                      side));
                    column = 0;
                    for (const auto crm :
                         {LinkState::Reconnecting, LinkState::SignedOut, LinkState::Failed})
                        painter.drawPixmap(
                            panel * 380 + 8 + column++ * 52, 216 + row * 52,
                            trayPixmap({.pbx = LinkState::Connected, .crm = crm}, side));
                    painter.drawPixmap(panel * 380 + 8 + column++ * 52, 216 + row * 52,
                                       trayPixmap({.pbx = LinkState::Connected,
                                                   .crm = LinkState::Connected,
                                                   .isPaused = true},
                                                  side));
                    painter.drawPixmap(panel * 380 + 8 + column++ * 52, 216 + row * 52,
                                       trayPixmap({.pbx = LinkState::Connected,
                                                   .crm = LinkState::SignedOut,
                                                   .activity = PhoneActivity::Ringing},
                                                  side));
                    painter.drawPixmap(
                        panel * 380 + 8 + column++ * 52, 216 + row * 52,
                        trayPixmap({.pbx = LinkState::Failed, .crm = LinkState::Failed}, side));
                    ++row;
                }
            }
        }
    };

    QList<Exhibit> others()
    {
        static TrayIcon tray;
        tray.setStatus(
            {.state = LinkState::Connected, .extension = u"1001"_s, .name = u"Maja Lindqvist"_s},
            {.state = LinkState::Connected,
             .user = u"Maja Lindqvist"_s,
             .organization = u"Nordwind Energi"_s});
        tray.setPending(3);
        CallCard talking;
        talking.call = {.id = u"1"_s, .phase = CallPhase::Connected};
        talking.call.remoteName = u"Anna Bergström"_s;
        tray.setCalls({talking});
        return {
            {u"tray-icons"_s,
             []() -> std::unique_ptr<QWidget> {
                 return std::make_unique<TraySheet>();
             }},
            {u"tray-menu"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto menu = std::make_unique<QMenu>();
                 menu->addActions(tray.menu()->actions());
                 return menu;
             }},
            {u"tray-window"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto window = std::make_unique<TrayWindow>(tray.menu()->actions());
                 window->setStatus({.state = LinkState::Connected,
                                    .extension = u"1001"_s,
                                    .name = u"Maja Lindqvist"_s},
                                   {.state = LinkState::Failed,
                                    .problem = Error{.kind = Error::Kind::Forbidden,
                                                     .detail = {},
                                                     .code = u"API_DISABLED_FOR_ORG"_s}},
                                   false);
                 window->setLook({.pbx = LinkState::Connected, .crm = LinkState::Failed});
                 window->setCalls({u"In call: Anna Bergström"_s});
                 return window;
             }},
        };
    }

    const AddRoom trayRoom(others);

} // namespace

} // namespace companion::gallery
