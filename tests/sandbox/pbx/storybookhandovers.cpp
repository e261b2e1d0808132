// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/scenes.h"
#include "tests/sandbox/pbx/storybook.h"

namespace companion::sandbox {

using namespace Qt::StringLiterals;
using namespace scenes;
using Consultation = Exchange::Consultation;
using Transferred = Exchange::Transferred;

namespace {

    QList<Story> transferStories()
    {
        return {
            {u"blind-transfer-by-me"_s,
             u"I pass the caller on to a colleague at my phone"_s,
             {comesIn(), answers(Role::Own),
              blindTransfer(Role::Outside, Role::Colleague, Transferred::OnPhone),
              answers(Role::Colleague), hangsUp(Role::Outside)},
             {}},
            {u"blind-transfer-by-interface"_s,
             u"The same by call/transfer, of which no 30013 tells"_s,
             {comesIn(), answers(Role::Own),
              blindTransfer(Role::Outside, Role::Colleague, Transferred::ByInterface),
              answers(Role::Colleague), hangsUp(Role::Outside)},
             {}},
            {u"blind-transfer-to-me"_s,
             u"A colleague passes a caller on to me"_s,
             {comesIn({}, Role::Colleague), answers(Role::Colleague),
              blindTransfer(Role::Outside, Role::Own, Transferred::OnPhone), answers(Role::Own),
              hangsUp(Role::Outside)},
             {}},
            {u"blind-transfer-to-me-missed"_s,
             u"A colleague passes a caller on to me, I am not there"_s,
             {comesIn({}, Role::Colleague), answers(Role::Colleague),
              blindTransfer(Role::Outside, Role::Own, Transferred::OnPhone), ringsOut()},
             {}},
            {u"attended-transfer-by-me"_s,
             u"At my phone: I hold the caller, ask a colleague, and join the two"_s,
             {comesIn(), answers(Role::Own), holds(Role::Own),
              insideCall(Role::Own, Role::Colleague), answers(Role::Colleague, 1), joins(0, 1),
              hangsUp(Role::Outside)},
             {}},
            {u"attended-transfer-to-me"_s,
             u"A colleague holds a caller, asks me, and joins the two of us"_s,
             {comesIn({}, Role::Colleague), answers(Role::Colleague), holds(Role::Colleague),
              insideCall(Role::Colleague, Role::Own), answers(Role::Own, 1), joins(0, 1),
              hangsUp(Role::Outside)},
             {}},
            {u"attended-transfer-by-interface"_s,
             u"By call/transfer: asked, then completed"_s,
             {comesIn(), answers(Role::Own), consults(Role::Own, Role::Colleague),
              answers(Role::Colleague), decides(Role::Own, Consultation::Complete),
              hangsUp(Role::Outside)},
             {}},
            {u"attended-transfer-aborted"_s,
             u"By call/transfer: asked, then taken back"_s,
             {comesIn(), answers(Role::Own), consults(Role::Own, Role::Colleague),
              answers(Role::Colleague), decides(Role::Own, Consultation::Abort),
              hangsUp(Role::Outside)},
             {}},
        };
    }

} // namespace

QList<Story> handoverStories()
{
    return transferStories()
        + QList<Story>{
            {u"forwarded-by-me"_s,
             u"My phone forwards to a colleague, who answers"_s,
             {comesIn(), forwards(Role::Own, Role::Colleague), answers(Role::Colleague),
              hangsUp(Role::Outside)},
             {}},
            {u"forwarded-to-mobile"_s,
             u"My phone forwards to my mobile, which answers"_s,
             {comesIn(), forwards(Role::Own, Role::Mobile), answers(Role::Mobile),
              hangsUp(Role::Outside)},
             {}},
            {u"forwarded-to-me"_s,
             u"A colleague's phone forwards to mine"_s,
             {comesIn({}, Role::Colleague), forwards(Role::Colleague, Role::Own),
              answers(Role::Own), hangsUp(Role::Outside)},
             {}},
            {u"conference"_s,
             u"I ask a colleague and make it three, then leave the two"_s,
             {comesIn(), answers(Role::Own), consults(Role::Own, Role::Colleague),
              answers(Role::Colleague), decides(Role::Own, Consultation::ThreeWay),
              hangsUp(Role::Own), hangsUp(Role::Outside)},
             {}},
            {u"conference-added"_s,
             u"A colleague is added to the call; the caller leaves, then I"_s,
             {comesIn(), answers(Role::Own), invites(Role::Own, Role::Colleague),
              answers(Role::Colleague), hangsUp(Role::Outside), hangsUp(Role::Own)},
             {}},
            {u"hold-resume"_s,
             u"I hold the caller and come back"_s,
             {comesIn(), answers(Role::Own), holds(Role::Own), resumes(Role::Own),
              hangsUp(Role::Own)},
             {}},
            {u"held-until-end"_s,
             u"I hold the caller, who hangs up meanwhile"_s,
             {comesIn(), answers(Role::Own), holds(Role::Own), hangsUp(Role::Outside)},
             {}},
            {u"held-by-them"_s,
             u"The caller holds me and comes back"_s,
             {comesIn(), answers(Role::Own), holds(Role::Outside), resumes(Role::Outside),
              hangsUp(Role::Outside)},
             {}},
        };
}

} // namespace companion::sandbox
