/** Small SBML files that together use every element: for tests and the fuzz. */
export const examples: readonly string[] = [
  `<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" xmlns:sbml="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
  <model id="all" metaid="m" sboTerm="SBO:0000293" substanceUnits="mole" timeUnits="second" volumeUnits="litre" extentUnits="mole" conversionFactor="cf">
    <notes><p xmlns="http://www.w3.org/1999/xhtml">Every &lt;element&gt;</p></notes>
    <annotation><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="#m"/></rdf:RDF></annotation>
    <listOfFunctionDefinitions>
      <functionDefinition id="f">
        <math xmlns="http://www.w3.org/1998/Math/MathML"><lambda><bvar><ci> x </ci></bvar><bvar><ci> y </ci></bvar>
          <apply><times/><ci> x </ci><apply><power/><ci> y </ci><cn type="integer"> 2 </cn></apply></apply></lambda></math>
      </functionDefinition>
      <functionDefinition id="nothing"/>
    </listOfFunctionDefinitions>
    <listOfUnitDefinitions>
      <unitDefinition id="per_second"><listOfUnits><unit kind="second" exponent="-1" scale="0" multiplier="1"/></listOfUnits></unitDefinition>
    </listOfUnitDefinitions>
    <listOfCompartments>
      <compartment id="cell" spatialDimensions="3" size="1" constant="false"/>
      <compartment id="membrane" spatialDimensions="2.5" size="0.5" constant="true"/>
    </listOfCompartments>
    <listOfSpecies>
      <species id="A" compartment="cell" initialConcentration="1" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
      <species id="B" compartment="cell" initialAmount="0" substanceUnits="mole" hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false" conversionFactor="cf"/>
      <species id="__proto__" compartment="membrane" initialAmount="2" hasOnlySubstanceUnits="false" boundaryCondition="true" constant="false"/>
    </listOfSpecies>
    <listOfParameters>
      <parameter id="cf" value="2" constant="true"/>
      <parameter id="k" value="0.1" units="per_second" constant="true"/>
      <parameter id="p" constant="false"/>
      <parameter id="constructor" value="NaN" constant="false"/>
    </listOfParameters>
    <listOfInitialAssignments>
      <initialAssignment symbol="membrane"><math xmlns="http://www.w3.org/1998/Math/MathML"><cn type="rational" sbml:units="litre"> 1 <sep/> 3 </cn></math></initialAssignment>
    </listOfInitialAssignments>
    <listOfRules>
      <assignmentRule variable="p"><math xmlns="http://www.w3.org/1998/Math/MathML">
        <piecewise><piece><apply><log/><logbase><cn> 2 </cn></logbase><ci> A </ci></apply><apply><lt/><cn> 0 </cn><ci> A </ci><cn type="e-notation"> 1.5 <sep/> 3 </cn></apply></piece>
        <otherwise><apply><root/><degree><cn> 3 </cn></degree><pi/></apply></otherwise></piecewise></math></assignmentRule>
      <rateRule variable="cell"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><apply><minus/><infinity/></apply><annotation encoding="x">-1/0</annotation></semantics></math></rateRule>
      <algebraicRule><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><plus/><ci> constructor </ci><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time"> t </csymbol></apply></math></algebraicRule>
    </listOfRules>
    <listOfConstraints>
      <constraint><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><geq/><ci> A </ci><cn> 0 </cn></apply></math><message><p xmlns="http://www.w3.org/1999/xhtml">negative</p></message></constraint>
    </listOfConstraints>
    <listOfReactions>
      <reaction id="J" reversible="true" compartment="cell">
        <listOfReactants><speciesReference id="n" species="A" stoichiometry="2" constant="false"/></listOfReactants>
        <listOfProducts><speciesReference species="B" stoichiometry="1" constant="true"/></listOfProducts>
        <listOfModifiers><modifierSpeciesReference species="__proto__"/></listOfModifiers>
        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><apply><ci> f </ci><ci> k </ci><ci> A </ci></apply><ci> cell </ci></apply></math>
          <listOfLocalParameters><localParameter id="k" value="3" units="per_second"/></listOfLocalParameters></kineticLaw>
      </reaction>
    </listOfReactions>
    <listOfEvents>
      <event id="E" useValuesFromTriggerTime="false">
        <trigger initialValue="false" persistent="false"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><gt/><apply><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/rateOf"> rateOf </csymbol><ci> A </ci></apply><ci> J </ci></apply></math></trigger>
        <delay><math xmlns="http://www.w3.org/1998/Math/MathML"><cn> 1 </cn></math></delay>
        <priority><math xmlns="http://www.w3.org/1998/Math/MathML"><cn> 1 </cn></math></priority>
        <listOfEventAssignments><eventAssignment variable="n"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/delay"> delay </csymbol><ci> A </ci><cn> 0.5 </cn></apply></math></eventAssignment></listOfEventAssignments>
      </event>
    </listOfEvents>
  </model>
</sbml>
`,
  `<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level2/version4" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" level="2" version="4">
  <model id="old">
    <annotation><rdf:RDF/></annotation>
    <listOfUnitDefinitions><unitDefinition id="time"><listOfUnits><unit kind="second" multiplier="60"/></listOfUnits></unitDefinition></listOfUnitDefinitions>
    <listOfCompartments><compartment id="point" spatialDimensions="0"/><compartment id="cell" size="1" units="volume"/></listOfCompartments>
    <listOfSpecies>
      <species id="S" compartment="point" initialAmount="3"/>
      <species id="T" compartment="cell" initialConcentration="3" substanceUnits="substance"/>
    </listOfSpecies>
    <listOfParameters><parameter id="k" value="0.5"/></listOfParameters>
    <listOfReactions>
      <reaction id="R" fast="true">
        <listOfReactants><speciesReference species="S"><stoichiometryMath><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><cn> 2 </cn><ci> k </ci></apply></math></stoichiometryMath></speciesReference></listOfReactants>
        <listOfProducts><speciesReference species="T"/></listOfProducts>
        <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><ci> k </ci><ci> S </ci></apply></math>
          <listOfParameters><parameter id="k" value="3"/></listOfParameters></kineticLaw>
      </reaction>
    </listOfReactions>
    <listOfEvents>
      <event><trigger><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><gt/><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time"/><cn> 1 </cn></apply></math></trigger>
        <listOfEventAssignments><eventAssignment variable="S"><math xmlns="http://www.w3.org/1998/Math/MathML"><cn> 1 </cn></math></eventAssignment></listOfEventAssignments></event>
    </listOfEvents>
  </model>
</sbml>
`,
  `<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" xmlns:comp="http://www.sbml.org/sbml/level3/version1/comp/version1" level="3" version="1" comp:required="true">
  <model id="top">
    <listOfSpecies>
      <species id="S" compartment="C" initialAmount="1" hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false">
        <comp:listOfReplacedElements>
          <comp:replacedElement comp:submodelRef="a" comp:portRef="s_port" comp:conversionFactor="ten"/>
          <comp:replacedElement comp:submodelRef="b" comp:idRef="S"/>
        </comp:listOfReplacedElements>
      </species>
    </listOfSpecies>
    <listOfCompartments>
      <compartment id="C" constant="true"><comp:replacedBy comp:submodelRef="a" comp:idRef="C"/></compartment>
    </listOfCompartments>
    <listOfParameters>
      <parameter id="ten" value="10" constant="true"/>
      <parameter id="minute" value="60" constant="true"/>
    </listOfParameters>
    <comp:listOfSubmodels>
      <comp:submodel comp:id="a" comp:modelRef="part" comp:timeConversionFactor="minute" comp:extentConversionFactor="ten"/>
      <comp:submodel comp:id="b" comp:modelRef="part">
        <comp:listOfDeletions><comp:deletion comp:metaIdRef="rule_q"/></comp:listOfDeletions>
      </comp:submodel>
      <comp:submodel comp:id="other" comp:modelRef="elsewhere"/>
    </comp:listOfSubmodels>
  </model>
  <comp:listOfModelDefinitions>
    <comp:modelDefinition id="part">
      <listOfCompartments><compartment id="C" spatialDimensions="3" size="1" constant="true"/></listOfCompartments>
      <listOfSpecies><species id="S" compartment="C" initialAmount="2" hasOnlySubstanceUnits="true" boundaryCondition="false" constant="false"/></listOfSpecies>
      <listOfParameters><parameter id="q" value="1" constant="false"/></listOfParameters>
      <listOfRules>
        <rateRule variable="q" metaid="rule_q"><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><plus/><ci> J </ci><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time"> t </csymbol></apply></math></rateRule>
      </listOfRules>
      <listOfReactions>
        <reaction id="J" reversible="false" fast="false">
          <listOfReactants><speciesReference species="S" stoichiometry="1" constant="true"/></listOfReactants>
          <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML"><apply><times/><ci> k </ci><ci> S </ci></apply></math>
            <listOfLocalParameters><localParameter id="k" value="1"/></listOfLocalParameters></kineticLaw>
        </reaction>
      </listOfReactions>
      <comp:listOfPorts><comp:port comp:id="s_port" comp:idRef="S"/></comp:listOfPorts>
    </comp:modelDefinition>
  </comp:listOfModelDefinitions>
  <comp:listOfExternalModelDefinitions>
    <comp:externalModelDefinition comp:id="elsewhere" comp:source="all.xml" comp:modelRef="all"/>
  </comp:listOfExternalModelDefinitions>
</sbml>
`,
];
