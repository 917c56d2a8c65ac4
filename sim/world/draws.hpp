// SPDX-License-Identifier: Apache-2.0
// Why a number is drawn: the purposes of the model, with entity and occasion. Part of the results:
// append, never renumber.
#pragma once
#include "sim/kernel/random.hpp"

namespace coopsim::draw {

// Firm start (firm, -). Sector and region belong to the slot (generation 0).
inline constexpr Purpose sector{1}, region{2}, staff{3}, value_added{4}, research{5},
    research_intensity{6}, practice{7}, technology{8}, fields{9} /* occasion: pair of fields */,
    exporter{10}, first_tie{11};
// Firm year (firm, calendar year).
inline constexpr Purpose shock{20} /* and growth: two at once */, exit{22}, tie_end{23};
// Training (call, point); (firm, call); or (trainee: firm x ordinal in sub, call).
inline constexpr Purpose apply{30}, persons{31}, score{32}, dropout{33}, refill{34}, quit{35},
    rival{36} /* occasion: try */, outcome{37}, field{38} /* three at once */, core{39}, tie{40},
    lottery{41};
// Advisers (period, -) and (adviser, its own nth).
inline constexpr Purpose registrations{50}, more_registrations{51}, kept{52}, registered_on{53},
    age{54}, specialisation{55}, quality{56}, adviser_exit{57}, spell{58};
// Needs (period, point). Dispatch (firm, year of the need x 16 + engagement of that need).
inline constexpr Purpose need{60}, urgency{61}, fit{62}, length{63}, kind{64}, result{65},
    advice_field{66}, advice_core{67}, renew{68}, choice{69};
// Authorities and Japan (authority or host or -, year).
inline constexpr Purpose cut_happens{80}, cut_size{81}, host_withdraw{82}, reluctance{83};
// Fairs (fair, point; firm, fair; consultations: fair x place in the firm's list).
inline constexpr Purpose place{100}, consultations{101}, consultation{102};
// Deals (firm, deal_occasion); growth: sub = age.
inline constexpr Purpose deal{110}, deal_life{111}, deal_growth{112};
// Cooperation and guidance (work, point; firm, year x account).
inline constexpr Purpose work_place{120}, work_partner{121}, work_day{122}, work_result{123},
    work_field{124}, work_core{125};
// Information (firm, year).
inline constexpr Purpose question{130};
// Study groups (period, point; firm, year).
inline constexpr Purpose member{140}, leader{141}, adopt{142};
// Outsourcing (-, year; period, point; firm, year; stage: year x stage).
inline constexpr Purpose candidates{150}, candidate{151}, candidate_day{152}, stage{153};
// Scouting (-, year; period, slot; firm, year).
inline constexpr Purpose scout{160}, only_one{161}, only_one_day{162}, only_one_result{163};
// Regions (period x region, point; firm, year x region; conference: firm, year).
inline constexpr Purpose proposal{170}, proposal_lives{171}, conference{172}, conference_tie{173},
    wider_proposal{174};
// Alliances (firm, deal_occasion).
inline constexpr Purpose alliance{180}, alliance_result{181}, alliance_field{182},
    alliance_core{183};
// Performance review (account, year).
inline constexpr Purpose score_noise{200};
// Leaks (-, month).
inline constexpr Purpose leak{210};
// Parameters that are not known (hash of the path; the draw stands for the replication).
inline constexpr Purpose unknown{220};
// Macro (-, year).
inline constexpr Purpose exchange{90}, exports{91};

}  // namespace coopsim::draw
